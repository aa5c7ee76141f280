namespace RecurrentGpt.Play;

/// <summary>What a turn does in its arc.</summary>
public enum TurnKind
{
    /// <summary>The reader enters the story, or comes back into it after its ending; they have done nothing yet.</summary>
    Entry,

    /// <summary>The reader acts, and the story answers.</summary>
    Action,

    /// <summary>The reader acts, and the story comes to its end.</summary>
    Ending,

    /// <summary>What became of everyone, after the ending.</summary>
    Epilogue,
}

/// <summary>A step that was played: its place in the arc. It is stored with the step, so that a step knows its arc whatever is set later.</summary>
/// <param name="Kind">What it does in the arc.</param>
/// <param name="Number">The reader's action, from 1; 0 for an entry. An epilogue has the number of its ending.</param>
/// <param name="Play">The arc's length, and who the reader is.</param>
public sealed record PlayTurn(TurnKind Kind, int Number, PlaySettings Play)
{
    /// <summary>Whether the arc ends with it; only an epilogue, or another arc, can follow.</summary>
    public bool IsEnd => Kind is TurnKind.Ending or TurnKind.Epilogue;
}
