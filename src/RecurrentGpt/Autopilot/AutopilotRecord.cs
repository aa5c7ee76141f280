using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot;

/// <summary>An unattended run as it is stored. What it has written and used is counted from its runs, so that it can never disagree with the story.</summary>
public sealed record AutopilotRecord
{
    /// <summary>Its id, kept with each of its runs.</summary>
    public required Guid Id { get; init; }

    /// <summary>The story that it writes.</summary>
    public required Guid StoryId { get; init; }

    /// <summary>What it was asked for.</summary>
    public required AutopilotOrder Order { get; init; }

    /// <summary>How it stands.</summary>
    public required AutopilotState State { get; init; }

    /// <summary>When it was started first.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it has worked: as it is stored, up to its last step or halt.</summary>
    public TimeSpan Worked { get; init; }

    /// <summary>The fuse that has blown; null when none has.</summary>
    public BlownFuse? Fuse { get; init; }

    /// <summary>What it has written and used.</summary>
    public AutopilotSpent Spent { get; init; } = AutopilotSpent.Nothing;

    /// <summary>Whether it can be resumed.</summary>
    public bool IsHeld => State is AutopilotState.Paused or AutopilotState.Blown or AutopilotState.Interrupted;
}

/// <summary>What an unattended run has written and used, counted from what is stored.</summary>
/// <param name="Steps">Steps that are stored.</param>
/// <param name="Usage">Tokens of all its requests, failed ones among them; estimated where the provider does not say.</param>
/// <param name="MostInAStep">The tokens of its dearest step, with choosing and judging, prompts and replies together; 0 before the first.</param>
/// <param name="Cost">What they cost at the prices of now; null without prices.</param>
/// <param name="MostCostOfAStep">The cost of its dearest step; null without prices, or before the first.</param>
public sealed record AutopilotSpent(int Steps, TokenUsage Usage, long MostInAStep, decimal? Cost, decimal? MostCostOfAStep)
{
    /// <summary>Nothing yet.</summary>
    public static AutopilotSpent Nothing { get; } = new(0, TokenUsage.None, 0, null, null);
}
