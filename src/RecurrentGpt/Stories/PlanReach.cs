namespace RecurrentGpt.Stories;

/// <summary>How far ahead the three plans look.</summary>
public enum PlanReach
{
    /// <summary>The next paragraph only (the paper's way).</summary>
    NextParagraph,

    /// <summary>The rest of the scene.</summary>
    Scene,

    /// <summary>The chapter and what follows from it.</summary>
    Chapter,
}
