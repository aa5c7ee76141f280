using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks, once, for another plan in place of one that is too close to another.</summary>
public static class DifferentPlanPrompt
{
    private static readonly PromptPart System = new(PartKind.Instructions, $"""
        You are a novelist's co-writer. You offered plans for what may come next, and one of them is nearly another one in other words. Write that one anew, so that something else happens:
        somebody else acts, or the same person wants something else, or it ends elsewhere. The others stand as they are.

        {SharedHead.Rules}

        {SharedHead.Plans}
        """.ReplaceLineEndings("\n"));

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">How far plans look.</param>
    /// <param name="lastParagraph">The paragraph that the plans go on from.</param>
    /// <param name="shortTermMemory">Short-term memory after it.</param>
    /// <param name="wanted">The one plan to write, the text that it replaces, and the plans that it must differ from.</param>
    /// <param name="tooCloseTo">The number of the plan that the replaced one is too close to.</param>
    public static Prompt Render(StoryCard card, StorySettings settings, string lastParagraph, string shortTermMemory, PlansWanted wanted, int tooCloseTo)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(wanted);
        var marks = Marks.For([.. CardText.Texts(card), lastParagraph, shortTermMemory, wanted.Wish, .. wanted.Replaced, .. wanted.Standing.Values]);
        return new Prompt(wanted.Form, System,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, shortTermMemory)),
            new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, lastParagraph)),
            new(PartKind.Plan, PlansText.Render(wanted.Replaced, wanted.Standing, marks)),
            new(PartKind.Task, Task(card, settings, wanted, tooCloseTo, marks)),
        ]);
    }

    private static string Task(StoryCard card, StorySettings settings, PlansWanted wanted, int tooCloseTo, Marks marks) => string.Join('\n',
    [
        wanted.Wish.Length > 0 ? marks.Around(PartNames.Wish, wanted.Wish) : "",
        $"Write another {PlansWanted.LabelOf(wanted.Numbers[0])} now. The one that was offered so far is too close to {PlansWanted.LabelOf(tooCloseTo)}.",
        $"- What happens in it is none of what happens in {string.Join(" and ", wanted.Standing.Keys.Order().Select(PlansWanted.LabelOf))}, nor in the one that it replaces.",
        .. wanted.Wish.Length > 0 ? ["- The author's wish stands above. Follow it here, too; it does not change the label."] : Array.Empty<string>(),
        TaskLines.Kind(card.Kind),
        TaskLines.Plans(settings),
        TaskLines.Sections(wanted.Form),
    ]);
}
