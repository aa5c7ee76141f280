using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt of the first call: title, outline, three paragraphs, memory and three plans, from the premise.</summary>
public static class OpeningPrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are a novelist's co-writer. The two of you begin a long story that will be written a paragraph at a time. You give it a title, an outline and its first three paragraphs,
        and you leave everything in order for whoever writes the fourth.

        {SharedHead.Rules}

        - {L(Section.Name)}: the title alone, on one line.
        - {L(Section.Outline)}: where the story may go, in five to eight sentences. It is a direction and not a promise.
        - The three paragraphs are prose, and follow one another without a gap. The first sets a person in a place with something wrong; the second lets us learn what is at stake; the third leaves something open.
        - {L(Section.Memory)}: the short-term memory after the third paragraph. {SharedHead.Memory}
        - {L(Section.Instruction1)} to 3: three plans for the fourth paragraph. {SharedHead.Plans}
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt of an opening.</summary>
    public static Prompt Render(StoryCard card, StorySettings settings)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        var marks = Marks.For(CardText.Texts(card));
        return new Prompt(ReplyForm.Opening, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.Task, $"""

                Begin the story now.
                {TaskLines.Kind(card.Kind)}
                - Each of the three paragraphs: about {settings.ParagraphSentences} sentences.
                {TaskLines.Memory(Section.Memory, card, settings, ReplyForm.Opening)}
                {TaskLines.Plans(settings)}
                {TaskLines.Language}
                {TaskLines.Sections(ReplyForm.Opening)}
                """.ReplaceLineEndings("\n")),
        ]);
    }

    private static string L(Section section) => Labels.Of(section, ReplyForm.Opening);
}
