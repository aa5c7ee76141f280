using RecurrentGpt.Play;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>All that the page shows of a story that is played, read out of what lies on the desk.</summary>
public sealed record PlayScene
{
    public required PlayStage Stage { get; init; }

    /// <summary>What stands, from the story's first paragraph on.</summary>
    public required IReadOnlyList<PlayPassage> Passages { get; init; }

    /// <summary>The first passage that is read without being asked for: a novel's paragraphs before its reader entered are not, but for the last.</summary>
    public int First { get; init; }

    /// <summary>What is being written; empty when nothing is.</summary>
    public IReadOnlyList<LiveParagraph> Live { get; init; } = [];

    /// <summary>The run that writes it; null when none does.</summary>
    public Guid? LiveRunId { get; init; }

    /// <summary>What the reader did to bring about what is being written; empty when they did nothing.</summary>
    public string LiveAction { get; init; } = "";

    /// <summary>The turn that is being written, or is the reader's now; null when there is none.</summary>
    public PlayTurn? Turn { get; init; }

    /// <summary>What the reader may do; empty while they may do nothing.</summary>
    public IReadOnlyList<PlayChoice> Choices { get; init; } = [];

    /// <summary>Whether a reader is about to enter elsewhere than where the story stands, so that nothing of it moves yet.</summary>
    public bool IsElsewhere { get; init; }

    /// <summary>The passage that the reader came for; null when they begin at the beginning.</summary>
    public PlayPassage? Latest => Live.Count == 0 && Passages is [.., { Turn: not null } last] ? last : null;

    /// <summary>Reads a story that is open.</summary>
    /// <param name="from">The step that a reader wants to enter after; null to go on where the story stands.</param>
    public static PlayScene Of(DeskView view, Guid? from = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        var draft = view.Draft ?? throw new ArgumentException("There is no story to play.", nameof(view));
        var live = LiveParagraph.Of(view);
        if (live.Count > 0)
        {
            return Writing(view, live);
        }

        var start = PlayStart.Of(draft, from);
        var stage = start is not null ? PlayStage.Start : StageOf(draft);
        var passages = Read(draft.Paragraphs.Take(start ?? int.MaxValue));
        return new PlayScene
        {
            Stage = stage,
            Passages = passages,
            First = FirstOf(passages, draft),
            IsElsewhere = start is not null && passages[^1].StepId != draft.Head?.Id,
            Turn = stage == PlayStage.Choosing ? Arc.Next(draft.Head?.Turn, draft.Story.Settings.Play) : null,
            Choices = stage == PlayStage.Choosing ? ChoicesOf(view) : [],
        };
    }

    /// <summary>Whether the story offers actions where it stands: it was played there, or its opening was written to be.</summary>
    public static bool OffersActions(Draft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.Head switch
        {
            { Turn: { } turn } => !turn.IsEnd,
            { Plan.Source: PlanSource.Opening } => draft.Story.Card.Kind == StoryKind.InteractiveFiction,
            _ => false,
        };
    }

    private static PlayScene Writing(DeskView view, IReadOnlyList<LiveParagraph> live)
    {
        var (passages, request) = (Read(LiveParagraph.Standing(view)), view.Live?.Request);
        return new PlayScene
        {
            Stage = PlayStage.Writing,
            Passages = passages,
            First = FirstOf(passages, view.Draft),
            Live = live,
            LiveRunId = view.Live?.RunId,
            LiveAction = PlayPassage.ActionOf(request?.Turn, request?.Plan),
            Turn = request?.Turn,
        };
    }

    private static PlayStage StageOf(Draft draft) => draft.Head switch
    {
        null => PlayStage.Opening,
        { Turn.Kind: TurnKind.Ending } => PlayStage.Ended,
        { Turn.Kind: TurnKind.Epilogue } => PlayStage.Told,
        _ => OffersActions(draft) ? PlayStage.Choosing : PlayStage.Start,
    };

    private static List<PlayPassage> Read(IEnumerable<DraftParagraph> paragraphs)
    {
        var passages = new List<PlayPassage>();
        foreach (var paragraph in paragraphs)
        {
            var parentId = passages is [.., var before] ? before.StepId : (Guid?)null;
            passages.Add(new PlayPassage(
                paragraph.StepId, paragraph.RunId, parentId, paragraph.Number, paragraph.Text, paragraph.Turn, PlayPassage.ActionOf(paragraph.Turn, paragraph.Plan)));
        }

        return passages;
    }

    // An opening is read in full, of a longer draft only where the reader came in.
    private static int FirstOf(List<PlayPassage> passages, Draft? draft)
    {
        var played = passages.FindIndex(passage => passage.Turn is not null);
        var before = played < 0 ? passages.Count : played;
        var isOpening = draft?.Paragraphs.Take(before).All(paragraph => paragraph.Plan.Source == PlanSource.Opening) ?? true;
        return isOpening || before == 0 ? 0 : before - 1;
    }

    private static IReadOnlyList<PlayChoice> ChoicesOf(DeskView view) => view is { Draft.Head: { } head, Edits.Plans: { } plans }
        ? [.. plans.Select((plan, index) => new PlayChoice(head.Id, index + 1, plan.Text)).Where(choice => !string.IsNullOrWhiteSpace(choice.Text))]
        : [];
}
