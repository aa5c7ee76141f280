using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Export;

namespace RecurrentGpt.Web.Tests.Features.Export;

/// <summary>Stories and steps to export; a test changes what it is about.</summary>
internal static class ExportedSteps
{
    public static readonly DateTimeOffset Written = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    public static Step Opening(int number, string paragraph) => new()
    {
        Id = Guid.CreateVersion7(),
        StoryId = Guid.Empty,
        Number = number,
        RunId = Guid.Empty,
        Plan = Plan.Opening,
        Paragraph = paragraph,
        Summary = $"Summary {number}.",
        ShortTermMemory = "",
        WrittenMemory = "",
        Rationale = "",
        Plans = [],
        Recalled = [],
        Settings = new StorySettings(),
        Model = "a-model",
        Usage = TokenUsage.None,
        Elapsed = TimeSpan.FromSeconds(2),
        WrittenAt = Written,
    };

    public static ExportedStory Story(StoryCard card, params Step[] steps) => new()
    {
        Card = card,
        ChangedAt = Written,
        Paragraphs = steps.Length,
        Words = steps.Sum(step => Prose.Words(step.Paragraph)),
        Steps = steps.Select(Told).ToAsyncEnumerable(),
        Prose = steps.Select(step => new ExportedParagraph(step.Paragraph, step.Chapter, step.Plan.Text, step.Turn)).ToAsyncEnumerable(),
    };

    /// <summary>What of a step is exported.</summary>
    public static ExportedStep Told(Step step) => new()
    {
        Number = step.Number,
        Chapter = step.Chapter,
        Plan = step.Plan,
        Turn = step.Turn,
        Paragraph = step.Paragraph,
        Summary = step.Summary,
        Rationale = step.Rationale,
        ShortTermMemory = step.ShortTermMemory,
        Plans = [.. step.Plans.Select(plan => plan.Text)],
        Recalled = step.Recalled,
        Model = step.Model,
        Usage = step.Usage,
        WrittenAt = step.WrittenAt,
    };
}
