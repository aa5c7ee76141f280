using RecurrentGpt.Memory;
using RecurrentGpt.Play;

namespace RecurrentGpt.Stories;

/// <summary>One turn of the recurrence as it is stored. The opening's three paragraphs are steps 1 to 3; memory and plans belong to the third.</summary>
public sealed record Step
{
    /// <summary>The step's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The story that it belongs to.</summary>
    public required Guid StoryId { get; init; }

    /// <summary>The step before it; null for the first.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Its place on its path, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The run that wrote it; the exact prompts and replies are kept under this id.</summary>
    public required Guid RunId { get; init; }

    /// <summary>The plan that was followed.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The paragraph, with the author's edits.</summary>
    public required string Paragraph { get; init; }

    /// <summary>The paragraph's entry in long-term memory.</summary>
    public required string Summary { get; init; }

    /// <summary>Short-term memory after this step, with the author's edits; the next step sends it as it stands.</summary>
    public required string ShortTermMemory { get; init; }

    /// <summary>Short-term memory as the model wrote it.</summary>
    public required string WrittenMemory { get; init; }

    /// <summary>Short-term memory that this step was given; what the model wrote is compared with it. Empty for an opening.</summary>
    public string SentMemory { get; init; } = "";

    /// <summary>The changes of memory, by their place among all changes from <see cref="SentMemory"/> to <see cref="WrittenMemory"/>, that the author has accepted.</summary>
    public IReadOnlyList<int> AcceptedChanges { get; init; } = [];

    /// <summary>Sentences of short-term memory, letter for letter, that no model may change; a step hands them on to the next one.</summary>
    public IReadOnlyList<string> LockedSentences { get; init; } = [];

    /// <summary>Why the model changed memory as it did; may be empty.</summary>
    public required string Rationale { get; init; }

    /// <summary>The plans for what may come next, in order; empty where the model gave none.</summary>
    public required IReadOnlyList<OfferedPlan> Plans { get; init; }

    /// <summary>The author's own plan for what comes next, as far as it is typed.</summary>
    public string OwnPlan { get; init; } = "";

    /// <summary>What long-term memory recalled for this step.</summary>
    public required IReadOnlyList<RecalledEntry> Recalled { get; init; }

    /// <summary>How many entries could not be compared with the plan, because they were not indexed.</summary>
    public int RecalledWithout { get; init; }

    /// <summary>Whether this step was told that a new character may enter.</summary>
    public bool NewCharacter { get; init; }

    /// <summary>Its place in the arc when it was played; null when it was written at a desk.</summary>
    public PlayTurn? Turn { get; init; }

    /// <summary>What a model found of the plan in the paragraph; null when none was asked.</summary>
    public PlanCoverage? Coverage { get; init; }

    /// <summary>Whether the paragraph may be changed by no model. The author may change it.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The heading of the chapter that begins with the paragraph; empty for none. It is never sent.</summary>
    public string Chapter { get; init; } = "";

    /// <summary>The settings that it was written with.</summary>
    public required StorySettings Settings { get; init; }

    /// <summary>The chat model that wrote it, as the provider names it.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens of all requests of the step.</summary>
    public required TokenUsage Usage { get; init; }

    /// <summary>Time from the start of the step to its last word.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>When it was stored.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The edit that last changed the paragraph, 0 for none. All edits of a step are counted together; a save that names an older one is refused.</summary>
    public int Version { get; init; }

    /// <summary>The edit that last changed short-term memory.</summary>
    public int MemoryVersion { get; init; }

    /// <summary>The edit that last changed the offered plans or the author's own plan.</summary>
    public int PlansVersion { get; init; }
}

/// <summary>One of the plans that a step offers.</summary>
/// <param name="Number">Its place, from 1.</param>
/// <param name="Text">The plan as it stands now, with the author's edits.</param>
/// <param name="Written">The plan as the model wrote it.</param>
public sealed record OfferedPlan(int Number, string Text, string Written)
{
    /// <summary>Whether no model may put another plan in its place.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Whether the author changed it.</summary>
    public bool IsEdited => !string.Equals(Text, Written, StringComparison.Ordinal);

    /// <summary>The plan as it would be followed now.</summary>
    public Plan ToPlan() => new(Text, IsEdited ? PlanSource.Edited : PlanSource.Picked);
}
