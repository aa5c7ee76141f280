namespace RecurrentGpt.Memory.ShortTerm.Stale;

/// <summary>Who says that a sentence of memory is true no longer.</summary>
public enum StaleReason
{
    /// <summary>The model, in its rationale.</summary>
    SaidByModel,

    /// <summary>A sentence of the newest paragraph.</summary>
    SaidByParagraph,
}

/// <summary>A sentence that stands in memory and may no longer be true.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Reason">Who says so.</param>
/// <param name="Because">What they say: a clause of the rationale, or a sentence of the paragraph.</param>
public sealed record StaleSentence(string Sentence, StaleReason Reason, string Because);
