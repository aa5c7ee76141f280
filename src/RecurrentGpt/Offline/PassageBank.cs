namespace RecurrentGpt.Offline;

/// <summary>What a language has for writing a passage again: words that can go, words for other words, and what can be added.</summary>
internal sealed record PassageBank
{
    /// <summary>What stands between two sentences.</summary>
    internal required string Join { get; init; }

    /// <summary>What ends a sentence.</summary>
    internal required string Stop { get; init; }

    /// <summary>What parts two clauses.</summary>
    internal required string Comma { get; init; }

    /// <summary>Words that a sentence can do without, each with the space that goes with it.</summary>
    internal required string[] Fillers { get; init; }

    internal required (string Word, string Other)[] Swaps { get; init; }

    /// <summary>What a passage of one word comes down to; the second when it is the first.</summary>
    internal required (string First, string Second) Least { get; init; }

    /// <summary>What can be added, by what the instruction asks for; the words that tell it, first. The last are for all else.</summary>
    internal required (string[] Asked, string[] Clauses)[] Additions { get; init; }

    /// <summary>Words of an instruction that ask for less.</summary>
    internal required string[] AskedShorter { get; init; }
}
