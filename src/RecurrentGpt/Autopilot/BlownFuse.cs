using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Autopilot;

/// <summary>What stops an unattended run by itself.</summary>
public enum FuseKind
{
    /// <summary>What the author named has come to pass.</summary>
    StopCondition,

    /// <summary>The next step could use more tokens than are left.</summary>
    Tokens,

    /// <summary>The next step could cost more than is left.</summary>
    Cost,

    /// <summary>The time is over.</summary>
    Time,

    /// <summary>The new paragraph is too close to an earlier one.</summary>
    Repetition,

    /// <summary>The plans no longer differ.</summary>
    AlikePlans,

    /// <summary>The model failed twice in a row, or in a way that only the person can mend.</summary>
    ModelFailed,
}

/// <summary>A fuse that has blown.</summary>
/// <param name="Kind">Which.</param>
public sealed record BlownFuse(FuseKind Kind)
{
    /// <summary>The passage of the new paragraph that it is about, letter for letter; empty where it is about none.</summary>
    public string Passage { get; init; } = "";

    /// <summary>The earlier passage that <see cref="Passage"/> repeats; empty where it repeats none.</summary>
    public string Source { get; init; } = "";

    /// <summary>The number of the paragraph that holds <see cref="Source"/>; null where there is none.</summary>
    public int? SourceNumber { get; init; }

    /// <summary>How the model failed, the last time; null where it did not.</summary>
    public StepFailure? Failure { get; init; }
}
