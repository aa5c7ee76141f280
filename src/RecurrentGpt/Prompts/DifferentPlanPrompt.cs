using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks, once, for another plan in place of one that is too close to another.</summary>
public static class DifferentPlanPrompt
{
    private static readonly PromptPart System = Head("a novelist's co-writer", "somebody else acts, or the same person wants something else, or it ends elsewhere", SharedHead.Plans);
    private static readonly PromptPart OfPlay = Head("the storyteller of a story that its reader plays", "another thing is done, or to somebody else, or elsewhere", SharedHead.Actions);

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">How far plans look.</param>
    /// <param name="lastParagraph">The paragraph that the plans go on from.</param>
    /// <param name="shortTermMemory">Short-term memory after it.</param>
    /// <param name="wanted">The one plan to write, the text that it replaces, and the plans that it must differ from.</param>
    /// <param name="tooCloseTo">The number of the plan that the replaced one is too close to.</param>
    /// <param name="play">How the story is played, when plans are actions; null for one that is written.</param>
    public static Prompt Render(
        StoryCard card, StorySettings settings, string lastParagraph, string shortTermMemory, PlansWanted wanted, int tooCloseTo, PlaySettings? play = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(wanted);
        var marks = Marks.For([.. CardText.Texts(card), lastParagraph, shortTermMemory, wanted.Wish, .. wanted.Replaced, .. wanted.Standing.Values]);
        return new Prompt(wanted.Form, play is null ? System : OfPlay,
        [
            new(PartKind.Card, CardText.Render(card, marks)),
            new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, shortTermMemory)),
            new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, lastParagraph)),
            new(PartKind.Plan, PlansText.Render(wanted.Replaced, wanted.Standing, marks)),
            new(PartKind.Task, Task(card, settings, wanted, tooCloseTo, marks, play)),
        ]);
    }

    private static PromptPart Head(string role, string how, string plans) => new(PartKind.Instructions, $"""
        You are {role}. You offered plans for what may come next, and one of them is nearly another one in other words. Write that one anew, so that something else happens:
        {how}. The others stand as they are.

        {SharedHead.Rules}

        {plans}
        """.ReplaceLineEndings("\n"));

    private static string Task(StoryCard card, StorySettings settings, PlansWanted wanted, int tooCloseTo, Marks marks, PlaySettings? play) => string.Join('\n',
    [
        wanted.Wish.Length > 0 ? marks.Around(PartNames.Wish, wanted.Wish) : "",
        $"Write another {PlansWanted.LabelOf(wanted.Numbers[0])} now. The one that was offered so far is too close to {PlansWanted.LabelOf(tooCloseTo)}.",
        $"- What happens in it is none of what happens in {string.Join(" and ", wanted.Standing.Keys.Order().Select(PlansWanted.LabelOf))}, nor in the one that it replaces.",
        .. wanted.Wish.Length > 0 ? ["- The author's wish stands above. Follow it here, too; it does not change the label."] : Array.Empty<string>(),
        PlayLines.Kind(card, play),
        PlayLines.Plans(settings, play),
        TaskLines.Language,
        TaskLines.Sections(wanted.Form),
    ]);
}
