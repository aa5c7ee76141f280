namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>What a clause of a rationale speaks of.</summary>
internal enum Leaning
{
    None,
    Dropped,
    Added,
    Kept,
}

/// <summary>A clause of a rationale.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Leaning">What it says was done; of a row of clauses under one label, each has the label's.</param>
/// <param name="Sentence">The place of its sentence in the rationale.</param>
internal sealed record RationaleClause(string Text, Leaning Leaning, int Sentence);
