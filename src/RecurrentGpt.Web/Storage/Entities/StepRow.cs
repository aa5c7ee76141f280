using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>
/// A step. The short columns come first: SQLite reads a row from its start, so that walking the tree never touches the pages of the long texts.
/// </summary>
public sealed class StepRow
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    public Guid? ParentId { get; init; }

    public required Guid RunId { get; init; }

    public required int Number { get; init; }

    /// <summary>The child that was last left or written: where redo goes.</summary>
    public Guid? NextStepId { get; set; }

    /// <summary>Words of all paragraphs on the path up to and with this one, so that the library reads no paragraph.</summary>
    public required int PathWords { get; set; }

    public required PlanSource PlanSource { get; init; }

    public bool NewCharacter { get; init; }

    public bool IsEdited { get; set; }

    /// <summary>
    /// The edit that last changed the paragraph. All edits of a step are counted together, so that a version of one text is never taken for another's.
    /// </summary>
    public int ParagraphVersion { get; set; }

    public int MemoryVersion { get; set; }

    /// <summary>The edit that last changed the offered plans or the author's own one.</summary>
    public int PlansVersion { get; set; }

    public required string Model { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public long CachedTokens { get; init; }

    public TimeSpan Elapsed { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required string PlanText { get; init; }

    public required string Paragraph { get; set; }

    public required string ShortTermMemory { get; set; }

    public required string SentMemory { get; init; }

    public required string WrittenMemory { get; init; }

    public required IReadOnlyList<int> AcceptedChanges { get; set; }

    public required string Rationale { get; init; }

    public required string OwnPlan { get; set; }

    public required IReadOnlyList<RecalledEntry> Recalled { get; init; }

    public int RecalledWithout { get; init; }

    public required StorySettings Settings { get; init; }

    public required IReadOnlyList<string> LockedSentences { get; set; }

    public PlanCoverage? Coverage { get; set; }

    public PlayTurn? Turn { get; init; }

    public int NextVersion() => Math.Max(ParagraphVersion, Math.Max(MemoryVersion, PlansVersion)) + 1;

    public Step ToStep(string summary, IEnumerable<PlanRow> plans, StepMarkRow? marks) => new()
    {
        Id = Id,
        StoryId = StoryId,
        ParentId = ParentId,
        Number = Number,
        RunId = RunId,
        Plan = new Plan(PlanText, PlanSource),
        Paragraph = Paragraph,
        Summary = summary,
        ShortTermMemory = ShortTermMemory,
        SentMemory = SentMemory,
        WrittenMemory = WrittenMemory,
        AcceptedChanges = AcceptedChanges,
        LockedSentences = LockedSentences,
        Coverage = Coverage,
        Turn = Turn,
        IsLocked = marks is { IsLocked: true },
        Chapter = marks?.Chapter ?? "",
        Rationale = Rationale,
        Plans = [.. plans.OrderBy(plan => plan.Number).Select(plan => new OfferedPlan(plan.Number, plan.Text, plan.Written) { IsLocked = plan.Locked })],
        OwnPlan = OwnPlan,
        Recalled = Recalled,
        RecalledWithout = RecalledWithout,
        NewCharacter = NewCharacter,
        Settings = Settings,
        Model = Model,
        Usage = new TokenUsage(InputTokens, OutputTokens, CachedTokens),
        Elapsed = Elapsed,
        WrittenAt = WrittenAt,
        Version = ParagraphVersion,
        MemoryVersion = MemoryVersion,
        PlansVersion = PlansVersion,
    };
}
