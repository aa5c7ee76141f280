using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks whether an author's stop condition has come to pass in a paragraph. It changes nothing.</summary>
public static class JudgementPrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are a novelist's careful reader. The story is being written while the novelist is away, and is to stop when something has come to pass. You read the last paragraph and say whether it has.

        {SharedHead.Rules}

        {VerdictText.Meant}

        {VerdictText.Rules}
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="step">The step whose paragraph is judged, with short-term memory as it stands after it.</param>
    /// <param name="condition">The condition, in the author's words.</param>
    /// <param name="form">The sections to ask for: <see cref="ReplyForm.Judgement"/>, or those of it that are missing.</param>
    public static Prompt Render(StoryCard card, Step step, string condition, ReplyForm form)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(form);
        var marks = Marks.For([.. CardText.Texts(card), step.ShortTermMemory, step.Paragraph, condition]);
        return new Prompt(form, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, step.ShortTermMemory)),
            new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, step.Paragraph)),
            new(PartKind.Own, marks.Around(PartNames.StopCondition, condition)),
            new(PartKind.Task, $"""

                Judge the last paragraph by the stop condition now.
                {TaskLines.Sections(form)}
                """.ReplaceLineEndings("\n")),
        ]);
    }
}
