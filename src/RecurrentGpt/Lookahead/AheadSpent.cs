using RecurrentGpt.Stories;

namespace RecurrentGpt.Lookahead;

/// <summary>What became of steps that a model wrote ahead in a story, and what those cost that came to nothing.</summary>
/// <param name="Model">The model, by its own name.</param>
/// <param name="Taken">Steps whose plan was picked.</param>
/// <param name="Kept">Steps that were kept as branches.</param>
/// <param name="Dropped">Steps that were dropped, whole or not.</param>
/// <param name="Unused">Tokens of those that were dropped; estimated where the provider did not say.</param>
public sealed record AheadSpent(string Model, int Taken, int Kept, int Dropped, TokenUsage Unused);
