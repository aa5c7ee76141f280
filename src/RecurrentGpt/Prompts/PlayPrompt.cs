using System.Globalization;
using RecurrentGpt.Memory;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Play;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>
/// The prompt of one turn of a story that is played: a step's, with the reader's action for a plan and three actions for plans. It is ours alone: what an author
/// has put into their own words (<see cref="StoryPrompts.Step"/>) is for the desk and says nothing of turns.
/// </summary>
public static class PlayPrompt
{
    private static readonly PromptPart Second = new(PartKind.Instructions, PlayHead.For(PlayPerson.Second));
    private static readonly PromptPart First = new(PartKind.Instructions, PlayHead.For(PlayPerson.First));

    /// <summary>The sections that a turn needs: after an ending or an epilogue nothing is to be chosen.</summary>
    public static ReplyForm FormOf(PlayTurn? turn) => turn is { IsEnd: true } ? ReplyForm.Ending : ReplyForm.Step;

    /// <summary>Renders the prompt of a turn.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">Lengths.</param>
    /// <param name="turn">The turn, with its arc.</param>
    /// <param name="before">The turn of the step that it goes on from; null when that was not played.</param>
    /// <param name="lastParagraph">The paragraph to go on from.</param>
    /// <param name="shortTermMemory">Short-term memory as it stands.</param>
    /// <param name="recalled">What long-term memory recalled, in the order in which it is sent.</param>
    /// <param name="action">What the reader does.</param>
    /// <param name="newCharacter">Whether the toss lets a new character in.</param>
    /// <param name="locked">Sentences that the author has locked; those that stand in the memory are to be kept word for word.</param>
    public static Prompt Render(
        StoryCard card,
        StorySettings settings,
        PlayTurn turn,
        PlayTurn? before,
        string lastParagraph,
        string shortTermMemory,
        IReadOnlyList<RecalledEntry> recalled,
        string action,
        bool newCharacter,
        IReadOnlyList<string>? locked = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(recalled);
        var entries = RecalledText.Of(recalled);
        var marks = Marks.For([.. CardText.Texts(card), lastParagraph, shortTermMemory, entries, action]);
        var standing = LockedMemory.Standing(shortTermMemory, locked ?? []);
        return new Prompt(FormOf(turn), turn.Play.Person == PlayPerson.First ? First : Second,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, shortTermMemory)),
            .. recalled.Count > 0 ? [new PromptPart(PartKind.Recalled, marks.Around(PartNames.Recalled, entries))] : Array.Empty<PromptPart>(),
            new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, lastParagraph)),
            new(PartKind.Plan, marks.Around(PartNames.Plan, action)),
            new(PartKind.Task, TaskLines.Locked(marks, standing) + Task(card, settings, turn, before is { IsEnd: true }, newCharacter, standing)),
        ]);
    }

    private static string Task(StoryCard card, StorySettings settings, PlayTurn turn, bool comesBack, bool newCharacter, IReadOnlyList<string> locked) => string.Join('\n',
    [
        "",
        ArcLines.Heading(turn),
        ArcLines.Phase(turn, comesBack),
        ArcLines.Tension(turn),
        PlayLines.Person(turn.Play.Person),
        string.Create(CultureInfo.InvariantCulture, $"- {Labels.Of(Section.Paragraph, ReplyForm.Step)}: about {settings.ParagraphSentences} sentences."),
        TaskLines.Memory(Section.Memory, card, settings, ReplyForm.Step, locked).ReplaceLineEndings("\n"),
        .. turn.IsEnd ? Array.Empty<string>() : [PlayLines.Choices(turn.Play.Person), TaskLines.NewCharacter(newCharacter)],
        TaskLines.Language,
        TaskLines.Sections(FormOf(turn)),
    ]);
}
