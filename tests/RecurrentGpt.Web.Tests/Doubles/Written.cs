using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>What runs write, with every field filled; a test changes what it is about.</summary>
public static class Written
{
    public static Exchange Exchange { get; } = new(
        ExchangePurpose.Step, "You write.", "Go on.", "Output Paragraph: …", "sample-1", new TokenUsage(900, 300, 512), TimeSpan.FromSeconds(4))
    {
        Parts = [new SentPart(PartKind.Task, 6)],
    };

    public static NewStep Step(string paragraph = "She went down to the shore.") => new()
    {
        Id = Guid.CreateVersion7(),
        Plan = new Plan("Go down to the shore.", PlanSource.Picked),
        Paragraph = paragraph,
        Summary = $"Summary: {paragraph}",
        Vector = new[] { 0.6f, 0.8f },
        EmbeddingModel = "local/2",
        ShortTermMemory = $"Memory after: {paragraph}",
        Rationale = "The shore matters now.",
        Plans = ["She waits.", "She rows out.", "She turns back."],
        Recalled = [new RecalledEntry(Guid.CreateVersion7(), 1, "A lamp.", 0.25, RecallReason.Similar)],
        NewCharacter = true,
        Settings = new StorySettings { ParagraphSentences = 12 },
        Model = "sample-1",
        Usage = new TokenUsage(900, 300, 512),
        Elapsed = TimeSpan.FromSeconds(4),
    };

    public static StoryChange Change(params NewStep[] steps) => new() { Steps = steps, Exchanges = [Exchange] };

    /// <summary>New plans, the first of them for plan 1.</summary>
    public static IReadOnlyDictionary<int, string> Plans(params string[] texts) => texts.Index().ToDictionary(plan => plan.Index + 1, plan => plan.Item);

    public static StoryChange Opening()
    {
        var bare = Step("The lamp was lit.") with { Plan = Plan.Opening, ShortTermMemory = "", Rationale = "", Plans = [], Recalled = [] };
        var last = Step("Nobody had come.") with { Plan = Plan.Opening, Recalled = [] };

        return Change(bare, bare with { Id = Guid.CreateVersion7(), Paragraph = "Mara saw it." }, last) with
        {
            Title = "Named by the opening",
            Outline = "Light, search, answer.",
        };
    }
}
