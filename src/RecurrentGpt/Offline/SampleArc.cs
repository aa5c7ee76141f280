namespace RecurrentGpt.Offline;

/// <summary>What a turn does in its arc, as its prompt says.</summary>
internal enum SampleArc
{
    /// <summary>The reader acts.</summary>
    Action,

    /// <summary>The reader comes in.</summary>
    Entry,

    /// <summary>The reader comes back after an ending.</summary>
    Return,

    /// <summary>The reader acts, and it ends.</summary>
    Ending,

    /// <summary>It has ended.</summary>
    Epilogue,
}
