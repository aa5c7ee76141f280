using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Prompts;

/// <summary>The prompt that asks for other plans for a paragraph that stands: all three, or some of them.</summary>
public static class NewPlansPrompt
{
    internal static readonly string Head = HeadOf("a novelist's co-writer", SharedHead.Plans);

    private static readonly PromptPart System = new(PartKind.Instructions, Head);
    private static readonly PromptPart OfPlay = new(PartKind.Instructions, HeadOf("the storyteller of a story that its reader plays", SharedHead.Actions));

    /// <summary>Renders the prompt.</summary>
    /// <param name="card">The story's card.</param>
    /// <param name="settings">How far plans look.</param>
    /// <param name="lastParagraph">The paragraph that the plans go on from.</param>
    /// <param name="shortTermMemory">Short-term memory as it stands.</param>
    /// <param name="wanted">The plans to ask for.</param>
    /// <param name="own">The prompt in the author's words; null for ours. The wish is part of the task, so that no layout can lose it.</param>
    /// <param name="play">How the story is played, when plans are to be actions; null for one that is written.</param>
    public static Prompt Render(
        StoryCard card, StorySettings settings, string lastParagraph, string shortTermMemory, PlansWanted wanted, PromptTemplate? own = null, PlaySettings? play = null)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(wanted);
        var layout = Layout.Of(own ?? TemplateForm.NewPlans.Default);
        var marks = Marks.For([.. CardText.Texts(card), lastParagraph, shortTermMemory, wanted.Wish, .. wanted.Replaced, .. wanted.Standing.Values, .. layout.Words]);
        return new Prompt(wanted.Form, own is null ? play is null ? System : OfPlay : new PromptPart(PartKind.Instructions, own.System), layout.Fill(new Dictionary<string, PromptPart>
        {
            [LayoutNames.Card] = new(PartKind.Card, CardText.Render(card, marks)),
            [LayoutNames.ShortTermMemory] = new(PartKind.ShortTermMemory, marks.Around(PartNames.ShortTermMemory, shortTermMemory)),
            [LayoutNames.LastParagraph] = new(PartKind.Paragraph, marks.Around(PartNames.LastParagraph, lastParagraph)),
            [LayoutNames.OfferedPlans] = new(PartKind.Plan, PlansText.Render(wanted.Replaced, wanted.Standing, marks)),
            [LayoutNames.Task] = new(PartKind.Task, Task(card, settings, wanted, marks, play, TaskLines.Material(own))),
        }));
    }

    private static string HeadOf(string role, string plans) => $"""
        You are {role}. The author does not want to follow the plans that were offered for what may come next, and asks for others. They go other ways than the ones that were
        offered, and other ways than the plans that stand. Where the author says what the new plans should be like, they are like that.

        {SharedHead.Rules}

        {plans}
        """.ReplaceLineEndings("\n");

    private static string Task(StoryCard card, StorySettings settings, PlansWanted wanted, Marks marks, PlaySettings? play, string material) => string.Join('\n',
    [
        wanted.Wish.Length > 0 ? marks.Around(PartNames.Wish, wanted.Wish) : "",
        $"Write {Count(wanted.Numbers.Count)} now.{material}",
        .. wanted.Wish.Length > 0 ? ["- The author's wish stands above. Follow it in all that you write here, in what happens and not only in the tone; it does not change the labels."] : Array.Empty<string>(),
        .. wanted.Standing.Count > 0 ? ["- The plans that stand are kept. What you write goes another way than each of them."] : Array.Empty<string>(),
        PlayLines.Kind(card, play),
        PlayLines.Plans(settings, play),
        TaskLines.Language,
        TaskLines.Sections(wanted.Form),
    ]);

    private static string Count(int plans) => plans switch
    {
        1 => "one other plan",
        2 => "two other plans",
        _ => "three other plans",
    };
}
