using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Tests.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Play;

/// <summary>A story of twelve turns that is played; a test changes what it is about.</summary>
internal static class PlaySamples
{
    public static PlaySettings Short { get; } = new() { Length = PlayLength.Short };

    public static Story Story { get; } = DeskSamples.Story with
    {
        Card = DeskSamples.Story.Card with { Kind = StoryKind.InteractiveFiction },
        Settings = new StorySettings { Play = Short },
    };

    public static PlayTurn Entry { get; } = Arc.Entry(Short);

    public static PlayTurn Ending { get; } = new(TurnKind.Ending, 12, Short);

    public static PlayTurn Epilogue { get; } = new(TurnKind.Epilogue, 12, Short);

    /// <summary>Three paragraphs of an opening, and what was played after them; null for a paragraph that was written at a desk.</summary>
    public static DeskView View(params PlayTurn?[] turns)
    {
        var opening = DeskSamples.Paragraphs.Take(3);
        DraftParagraph[] paragraphs = [.. opening, .. turns.Select((turn, index) => Paragraph(index + 4, turn))];
        var (last, before) = (paragraphs[^1], paragraphs[^2]);
        var head = DeskSamples.Head with { Id = last.StepId, ParentId = before.StepId, Number = last.Number, Plan = last.Plan, Paragraph = last.Text, Turn = last.Turn };
        return new DeskView
        {
            State = DeskState.Ready,
            Draft = new Draft(Story, paragraphs, head, CanUndo: turns.Length > 0, CanRedo: false, Leftover: null),
            Edits = DeskSamples.Edits(head),
        };
    }

    public static PlayTurn Turn(int number) => new(TurnKind.Action, number, Short);

    /// <summary>The same story as one that is written and not played.</summary>
    public static DeskView AsNovel(DeskView view) => view with { Draft = view.Draft! with { Story = DeskSamples.Story } };

    /// <summary>A turn that is being written after what stands.</summary>
    public static DeskView Writing(DeskView view, PlayTurn? turn, Plan? plan = null) =>
        view with { Live = LiveStep.Begin(Guid.NewGuid(), Request(view, turn, plan ?? new Plan("Open the door.", PlanSource.Own))) };

    /// <summary>What stopping a turn left behind.</summary>
    public static DeskView Stopped(DeskView view, string prose = "The door stands ajar, and") => view with
    {
        Draft = view.Draft! with { Leftover = DeskSamples.Stopped with { Request = Request(view, Turn(1), new Plan("Open the door.", PlanSource.Own)), Partial = prose } },
    };

    private static RunRequest Request(DeskView view, PlayTurn? turn, Plan plan) => new(Story.Id, RunKind.Step) { ParentId = view.Draft!.Head!.Id, Plan = plan, Turn = turn };

    private static DraftParagraph Paragraph(int number, PlayTurn? turn) =>
        new(Guid.NewGuid(), Guid.NewGuid(), number, $"This is paragraph {number}.", PlanOf(turn), IsEdited: false, Version: 0) { Turn = turn };

    private static Plan PlanOf(PlayTurn? turn) => turn switch
    {
        { Kind: TurnKind.Entry or TurnKind.Epilogue } => new Plan("By the arc.", PlanSource.Arc),
        { Number: var number } => new Plan($"I do thing {number}.", PlanSource.Own),
        null => DeskSamples.Plan,
    };
}
