namespace RecurrentGpt.Stories;

/// <summary>Which of the offered plans are written ahead while the author reads.</summary>
public enum LookaheadReach
{
    /// <summary>None: a step is written when its plan is picked.</summary>
    Off,

    /// <summary>The one under the cursor.</summary>
    UnderCursor,

    /// <summary>All three.</summary>
    All,
}
