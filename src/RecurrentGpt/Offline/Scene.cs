namespace RecurrentGpt.Offline;

/// <summary>What the slots of a sentence are filled from.</summary>
internal sealed record Scene
{
    /// <summary>Counts the paragraphs of the story, from 0; told by the hour that memory carries.</summary>
    internal required int Turn { get; init; }

    /// <summary>The same for all steps of a story.</summary>
    internal required ulong StorySeed { get; init; }

    /// <summary>Another one for each message.</summary>
    internal required ulong StepSeed { get; init; }

    internal required Banks Banks { get; init; }

    /// <summary>Who acts.</summary>
    internal required Person P { get; init; }

    /// <summary>Who is with them; null when nobody is known to be.</summary>
    internal Person? Q { get; init; }

    /// <summary>Somebody out of sight.</summary>
    internal Person? R { get; init; }

    internal required string Place { get; init; }

    internal required string Spot { get; init; }

    internal required string Spot2 { get; init; }

    /// <summary>The object that matters now.</summary>
    internal required string Thing { get; init; }

    /// <summary>An object that is there from before.</summary>
    internal required string Carry { get; init; }

    /// <summary>What the premise is about.</summary>
    internal required string Motif { get; init; }

    internal string Role { get; init; } = "";

    /// <summary>The reader of a story that is played; null where nobody plays.</summary>
    internal Doer? Reader { get; init; }

    /// <summary>Seen from the other person.</summary>
    internal Scene Turned() => Q is { } other ? this with { P = other, Q = P } : this;
}
