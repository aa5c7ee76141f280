using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks for three other plans for a paragraph that stands.</summary>
public static class NewPlansPrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are a novelist's co-writer. The author likes none of the plans for what may come next, and asks for three others. They go other ways than the ones that were offered.

        {SharedHead.Rules}

        {SharedHead.Plans}
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">How far plans look.</param>
    /// <param name="lastParagraph">The paragraph that the plans go on from.</param>
    /// <param name="shortTermMemory">Short-term memory as it stands.</param>
    /// <param name="offered">The plans that are to be replaced.</param>
    public static Prompt Render(StoryCard card, StorySettings settings, string lastParagraph, string shortTermMemory, IReadOnlyList<string> offered)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        var earlier = string.Join("\n\n", offered);
        var marks = Marks.For([.. CardText.Texts(card), lastParagraph, shortTermMemory, earlier]);
        return new Prompt(ReplyForm.NewPlans, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, shortTermMemory)),
            new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, lastParagraph)),
            .. earlier.Length > 0 ? [new PromptPart(PartKind.Plan, marks.Around(PartNames.OfferedPlans, earlier))] : Array.Empty<PromptPart>(),
            new(PartKind.Task, $"""

                Write three other plans now.
                {TaskLines.Kind(card.Kind)}
                {TaskLines.Plans(settings)}
                {TaskLines.Sections(ReplyForm.NewPlans)}
                """.ReplaceLineEndings("\n")),
        ]);
    }
}
