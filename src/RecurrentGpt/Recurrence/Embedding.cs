using Microsoft.Extensions.AI;

namespace RecurrentGpt.Recurrence;

/// <summary>One embedding request, without a second try: what cannot be embedded now is indexed later, and nothing waits for it.</summary>
internal static class Embedding
{
    /// <returns>A vector for each text, in order; null when they could not be made in time.</returns>
    internal static async Task<IReadOnlyList<ReadOnlyMemory<float>>?> TryAsync(
        IEmbeddingGenerator<string, Embedding<float>> embedder, IReadOnlyList<string> texts, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var inTime = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        try
        {
            var embeddings = await embedder.GenerateAsync(texts, cancellationToken: either.Token);
            return embeddings.Count == texts.Count ? [.. embeddings.Select(embedding => embedding.Vector)] : null;
        }
        catch (ModelException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
