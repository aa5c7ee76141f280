namespace RecurrentGpt.Repetition;

/// <summary>What a paragraph shares with earlier ones of its path, word for word.</summary>
/// <param name="Version">The version of its text.</param>
/// <param name="Sentences">Its sentences that repeat an earlier paragraph, in order.</param>
/// <param name="Share">The share of its words, 0 to 1, that stand in shared runs, whichever paragraph they are shared with.</param>
/// <param name="ShareOfOne">The largest share that it has with one earlier paragraph.</param>
public sealed record RepeatedPhrases(int Version, IReadOnlyList<RepeatedSentence> Sentences, double Share, double ShareOfOne);
