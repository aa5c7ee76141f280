namespace RecurrentGpt.Stories;

/// <summary>Where the plan of a step came from.</summary>
public enum PlanSource
{
    /// <summary>The paragraph belongs to the opening and followed no plan.</summary>
    Opening,

    /// <summary>One of the model's three plans, word for word.</summary>
    Picked,

    /// <summary>One of the model's three plans, changed by the author.</summary>
    Edited,

    /// <summary>The author's own words.</summary>
    Own,

    /// <summary>The simulated author's choice.</summary>
    Autopilot,

    /// <summary>The arc's, in a story that is played: its reader enters, or its epilogue is told.</summary>
    Arc,
}

/// <summary>An instruction of about five sentences for the next paragraph.</summary>
/// <param name="Text">The plan exactly as it is sent.</param>
/// <param name="Source">Where it came from.</param>
public sealed record Plan(string Text, PlanSource Source)
{
    /// <summary>The plan of the opening's paragraphs: none.</summary>
    public static Plan Opening { get; } = new("", PlanSource.Opening);
}
