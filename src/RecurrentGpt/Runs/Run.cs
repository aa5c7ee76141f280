using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>What a run writes.</summary>
public enum RunKind
{
    /// <summary>The opening, from the premise.</summary>
    Opening,

    /// <summary>Memory and plans for an opening that the author brought.</summary>
    OwnOpening,

    /// <summary>The next step.</summary>
    Step,

    /// <summary>Memory and plans for a paragraph kept from a run that did not end well.</summary>
    Keep,

    /// <summary>New plans for the head.</summary>
    NewPlans,
}

/// <summary>How far a run has come.</summary>
public enum RunState
{
    /// <summary>It is writing.</summary>
    Running,

    /// <summary>What it wrote is stored.</summary>
    Done,

    /// <summary>The person stopped it.</summary>
    Stopped,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>The program ended under it.</summary>
    Interrupted,
}

/// <summary>What a run is asked to write.</summary>
/// <param name="StoryId">The story.</param>
/// <param name="Kind">What to write.</param>
public sealed record RunRequest(Guid StoryId, RunKind Kind)
{
    /// <summary>The step that the run goes on from; null for an opening. With <see cref="RunKind.NewPlans"/>, the step that gets them.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The plan to follow (<see cref="RunKind.Step"/> and <see cref="RunKind.Keep"/>).</summary>
    public Plan? Plan { get; init; }

    /// <summary>The author's text (<see cref="RunKind.OwnOpening"/>) or the paragraph to keep (<see cref="RunKind.Keep"/>).</summary>
    public string Text { get; init; } = "";
}

/// <summary>A run as it is stored.</summary>
public sealed record Run
{
    /// <summary>The run's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it was asked for.</summary>
    public required RunRequest Request { get; init; }

    /// <summary>How far it has come.</summary>
    public required RunState State { get; init; }

    /// <summary>When it was claimed.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Prose that had come when it ended without a step; empty when there was none, or when it was kept or dropped.</summary>
    public string Partial { get; init; } = "";

    /// <summary>Why it failed; null when it did not.</summary>
    public StepFailure? Failure { get; init; }
}
