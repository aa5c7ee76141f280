using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>The rows of a step that a run has written.</summary>
internal static class NewStepRow
{
    public static StepRow Make(NewStep step, RunRow run, StepRow? parent, DateTimeOffset now) => new()
    {
        Id = step.Id,
        StoryId = run.StoryId,
        ParentId = parent?.Id,
        RunId = run.Id,
        Number = (parent?.Number ?? 0) + 1,
        PathWords = (parent?.PathWords ?? 0) + Prose.Words(step.Paragraph),
        PlanSource = step.Plan.Source,
        PlanText = step.Plan.Text,
        NewCharacter = step.NewCharacter,
        Model = step.Model,
        InputTokens = step.Usage.Input,
        OutputTokens = step.Usage.Output,
        CachedTokens = step.Usage.Cached,
        Elapsed = step.Elapsed,
        WrittenAt = now,
        Paragraph = step.Paragraph,
        ShortTermMemory = step.ShortTermMemory,
        SentMemory = step.SentMemory,
        WrittenMemory = step.WrittenMemory ?? step.ShortTermMemory,
        AcceptedChanges = [],
        Rationale = step.Rationale,
        OwnPlan = "",
        Recalled = step.Recalled,
        RecalledWithout = step.RecalledWithout,
        Settings = step.Settings,
        Turn = step.Turn,
        LockedSentences = step.LockedSentences,
    };

    public static MemoryEntryRow MakeEntry(NewStep step) => new()
    {
        StepId = step.Id,
        Summary = step.Summary,
        EmbeddingModel = step.Vector is null ? "" : step.EmbeddingModel,
        Dimensions = step.Vector?.Length ?? 0,
        Vector = VectorBytes.From(step.Vector),
    };
}
