using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt for an opening that the author brought: the text stands, the model reads memory and plans out of it.</summary>
public static class OwnOpeningPrompt
{
    private static readonly PromptPart System = Head(SharedHead.Plans);
    private static readonly PromptPart OfPlay = Head(SharedHead.Actions);

    /// <summary>Renders the prompt.</summary>
    public static Prompt Render(StoryCard card, StorySettings settings, string opening)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        var marks = Marks.For([.. CardText.Texts(card), opening]);
        var play = PlayLines.Of(card, settings, turn: null);
        return new Prompt(ReplyForm.OwnOpening, play is null ? System : OfPlay,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.Paragraph, marks.Around(PartNames.OwnOpening, opening)),
            new(PartKind.Task, $"""

                Read the opening and write what follows from it.
                {TaskLines.Kind(card.Kind)}{(play is null ? "" : "\n" + PlayLines.Person(play.Person))}
                {TaskLines.Memory(Section.Memory, card, settings, ReplyForm.OwnOpening)}
                {PlayLines.Plans(settings, play)}
                {TaskLines.Language}
                {TaskLines.Sections(ReplyForm.OwnOpening)}
                """.ReplaceLineEndings("\n")),
        ]);
    }

    private static PromptPart Head(string plans) => new(PartKind.Instructions, $"""
        You are a novelist's co-writer. The author has written the opening of a long story and goes on with you, a paragraph at a time. Read the opening and leave everything in order for
        whoever writes the next paragraph. Change nothing in it and do not go on with it.

        {SharedHead.Rules}

        - {L(Section.Name)}: a title, alone on one line; the author's own if there is one.
        - {L(Section.Outline)}: where the story may go, in five to eight sentences, from what the opening promises.
        - {L(Section.Memory)}: the short-term memory after the opening's last sentence. {SharedHead.Memory}
        - {L(Section.Instruction1)} to 3: three plans for the next paragraph. {plans}
        """.ReplaceLineEndings("\n"));

    private static string L(Section section) => Labels.Of(section, ReplyForm.OwnOpening);
}
