using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks for three other plans for a paragraph that stands.</summary>
public static class NewPlansPrompt
{
    internal static readonly string Head = $"""
        You are a novelist's co-writer. The author likes none of the plans for what may come next, and asks for three others. They go other ways than the ones that were offered.

        {SharedHead.Rules}

        {SharedHead.Plans}
        """.ReplaceLineEndings("\n");

    private static readonly PromptPart System = new(PartKind.Instructions, Head);

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">How far plans look.</param>
    /// <param name="lastParagraph">The paragraph that the plans go on from.</param>
    /// <param name="shortTermMemory">Short-term memory as it stands.</param>
    /// <param name="offered">The plans that are to be replaced.</param>
    /// <param name="own">The prompt in the author's words; null for ours.</param>
    public static Prompt Render(
        StoryCard card, StorySettings settings, string lastParagraph, string shortTermMemory, IReadOnlyList<string> offered, PromptTemplate? own = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        var layout = Layout.Of(own ?? TemplateForm.NewPlans.Default);
        var earlier = string.Join("\n\n", offered);
        var marks = Marks.For([.. CardText.Texts(card), lastParagraph, shortTermMemory, earlier, .. layout.Words]);
        return new Prompt(ReplyForm.NewPlans, own is null ? System : new PromptPart(PartKind.Instructions, own.System), layout.Fill(new Dictionary<string, PromptPart>
        {
            [LayoutNames.Card] = new(PartKind.Card, CardText.Render(card, marks)),
            [LayoutNames.ShortTermMemory] = new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, shortTermMemory)),
            [LayoutNames.LastParagraph] = new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, lastParagraph)),
            [LayoutNames.OfferedPlans] = new(PartKind.Plan, earlier.Length > 0 ? marks.Around(PartNames.OfferedPlans, earlier) : ""),
            [LayoutNames.Task] = new(PartKind.Task, Task(card, settings)),
        }));
    }

    private static string Task(StoryCard card, StorySettings settings) => $"""

        Write three other plans now.
        {TaskLines.Kind(card.Kind)}
        {TaskLines.Plans(settings)}
        {TaskLines.Sections(ReplyForm.NewPlans)}
        """.ReplaceLineEndings("\n");
}
