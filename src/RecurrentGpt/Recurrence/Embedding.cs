using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace RecurrentGpt.Recurrence;

/// <summary>One embedding request, without a second try: what cannot be embedded now is indexed later, and nothing waits for it.</summary>
internal static class Embedding
{
    /// <param name="embedder">Embeds them.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="dimensions">Length that each vector must have; 0 for any, the same for all.</param>
    /// <param name="limit">Longest time.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>A vector for each text, in order; or, without vectors, why they could not be made.</returns>
    internal static async Task<EmbeddingResult> AskAsync(
        IEmbeddingGenerator<string, Embedding<float>> embedder, IReadOnlyList<string> texts, int dimensions, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var inTime = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        try
        {
            var embeddings = await embedder.GenerateAsync(texts, cancellationToken: either.Token);
            return embeddings.Count == texts.Count && embeddings.All(embedding => CanBeCompared(embedding.Vector.Span, dimensions > 0 ? dimensions : embeddings[0].Vector.Length))
                ? new([.. embeddings.Select(embedding => embedding.Vector)], null)
                : new(null, new StepFailure(FailureKind.UnusableVectors));
        }
        catch (ModelException exception)
        {
            return new(null, exception.Failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, new StepFailure(FailureKind.TimedOut));
        }
    }

    private static bool CanBeCompared(ReadOnlySpan<float> vector, int dimensions) =>
        vector.Length == dimensions && TensorPrimitives.Norm(vector) is > 0 and < float.PositiveInfinity;
}

/// <summary>What came of an embedding request.</summary>
/// <param name="Vectors">A vector for each text, in order; null when they could not be made.</param>
/// <param name="Failure">Why not; null when they were.</param>
internal sealed record EmbeddingResult(IReadOnlyList<ReadOnlyMemory<float>>? Vectors, StepFailure? Failure);
