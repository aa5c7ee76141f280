namespace RecurrentGpt.Repetition;

/// <summary>A sentence of a paragraph that repeats an earlier paragraph.</summary>
/// <param name="Start">Its first UTF-16 code unit in the paragraph.</param>
/// <param name="Length">How many there are.</param>
/// <param name="Shared">The longest run of words that both have, as the paragraph has it.</param>
/// <param name="SourceStepId">The step of the earlier paragraph.</param>
/// <param name="SourceNumber">The number of the earlier paragraph.</param>
/// <param name="Source">The sentence of the earlier paragraph, letter for letter.</param>
public sealed record RepeatedSentence(int Start, int Length, string Shared, Guid SourceStepId, int SourceNumber, string Source);

/// <summary>How close a paragraph is to earlier ones on its path.</summary>
/// <param name="Sentences">Its sentences that repeat an earlier paragraph, in order.</param>
/// <param name="Share">The share of its words, 0 to 1, that stand in such shared runs.</param>
/// <param name="NearestNumber">The number of the earlier paragraph whose summary is nearest by meaning; null when none can be compared.</param>
/// <param name="Nearness">The cosine of the two summaries, -1 to 1; 0 when none can be compared.</param>
/// <param name="IsTooClose">Whether that is too close to go on unattended.</param>
public sealed record Repetitions(IReadOnlyList<RepeatedSentence> Sentences, double Share, int? NearestNumber, double Nearness, bool IsTooClose)
{
    /// <summary>Of a paragraph that repeats nothing.</summary>
    public static Repetitions None { get; } = new([], 0, null, 0, false);

    /// <summary>The sentence with the longest shared run, which tells most of what is repeated; null when there is none.</summary>
    public RepeatedSentence? Longest => Sentences.MaxBy(sentence => sentence.Shared.Length);
}
