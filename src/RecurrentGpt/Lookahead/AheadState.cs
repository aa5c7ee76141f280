namespace RecurrentGpt.Lookahead;

/// <summary>How far a step that is written ahead has come.</summary>
public enum AheadState
{
    /// <summary>It waits for others to be written first.</summary>
    Waiting,

    /// <summary>It is being written.</summary>
    Writing,

    /// <summary>It is written whole; picking its plan stores it at once.</summary>
    Ready,

    /// <summary>It could not be written. Its plan can be picked all the same, and is then written anew.</summary>
    Failed,
}
