namespace RecurrentGpt.Play;

/// <summary>Where in its arc a turn stands, as the prompt is told.</summary>
public enum ArcPhase
{
    /// <summary>The reader comes in.</summary>
    Entry,

    /// <summary>It grows tighter.</summary>
    Rising,

    /// <summary>It is tight, but less so than in the turn before.</summary>
    Breath,

    /// <summary>It cannot go on like this for long.</summary>
    Crisis,

    /// <summary>It comes to its end.</summary>
    Ending,

    /// <summary>It is over.</summary>
    Epilogue,
}
