using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Features.Desk.Lookahead;

public enum AheadSign
{
    /// <summary>It is being written, or waits for its turn.</summary>
    Writing,

    /// <summary>Picking the plan shows its paragraph at once.</summary>
    Ready,

    /// <summary>What it was written from has changed; it is not used.</summary>
    Stale,

    Failed,
}

/// <summary>How far the step is that is written ahead of a plan.</summary>
public sealed record AheadMark(AheadSign Sign)
{
    /// <summary>Why it could not be written.</summary>
    public StepFailure? Failure { get; init; }
}
