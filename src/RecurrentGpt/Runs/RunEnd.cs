using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Runs;

/// <summary>All that is kept of a run that ends without a step.</summary>
/// <param name="State">Stopped, failed or interrupted.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="Partial">Prose that had come, whole or not.</param>
public sealed record RunEnd(RunState State, StepFailure? Failure, string Partial)
{
    /// <summary>The sections that were read whole.</summary>
    public IReadOnlyDictionary<Section, string> Arrived { get; init; } = new Dictionary<Section, string>();

    /// <summary>The requests made, with their raw replies.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}
