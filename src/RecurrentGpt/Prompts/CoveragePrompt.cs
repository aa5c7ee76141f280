using System.Globalization;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks what of its plan a paragraph carries out. It changes nothing, so the story's card and memory stay at home.</summary>
public static class CoveragePrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are a novelist's careful reader. A plan was made for a paragraph, and then the paragraph was written. For each sentence of the plan you say how far the paragraph carries it out.

        {SharedHead.Rules}

        {Labels.Of(Section.Coverage, ReplyForm.Coverage)}: one line for each sentence of the plan, in the plan's order. A line has the sentence's number, a colon, one word, and, unless the word is missing,
        a quotation. The word is English whatever the story is written in:
        - done: the paragraph tells what the sentence asks for, in whatever words.
        - partly: some of it is told, and some is not, or it is told otherwise.
        - missing: none of it is told. What is only thought of, feared or promised is not told.
        The quotation is the one place of the paragraph that shows it best: a sentence or less, in double quotation marks, letter for letter. Judge what happens, and not how well it is written.
        For example:
        1: done "She let the rope down hand under hand."
        2: missing
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt.</summary>
    /// <param name="sentences">The sentences of the plan, at least one; they are numbered from 1.</param>
    /// <param name="paragraph">The paragraph.</param>
    public static Prompt Render(IReadOnlyList<string> sentences, string paragraph)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(paragraph);
        var plan = string.Join('\n', sentences.Index().Select(sentence => string.Create(CultureInfo.InvariantCulture, $"{sentence.Index + 1}: {sentence.Item}")));
        var marks = Marks.For(plan, paragraph);
        return new Prompt(ReplyForm.Coverage, System,
        [
            new(PartKind.Plan, marks.Around(PartNames.PlanSentences, plan)),
            new(PartKind.Paragraph, marks.Around(PartNames.NewParagraph, paragraph)),
            new(PartKind.Task, string.Create(CultureInfo.InvariantCulture, $"""

                Compare the paragraph with the plan now.
                - Sentences of the plan: {sentences.Count}, so as many lines.
                {TaskLines.Sections(ReplyForm.Coverage)}
                """).ReplaceLineEndings("\n")),
        ]);
    }
}
