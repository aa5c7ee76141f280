using Microsoft.Extensions.AI;

namespace RecurrentGpt.Recurrence;

/// <summary>One embedding request, without a second try: what cannot be embedded now is indexed later, and nothing waits for it.</summary>
internal static class Embedding
{
    /// <returns>A vector for each text, in order; or, without vectors, why they could not be made.</returns>
    internal static async Task<EmbeddingResult> AskAsync(
        IEmbeddingGenerator<string, Embedding<float>> embedder, IReadOnlyList<string> texts, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var inTime = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, inTime.Token);
        try
        {
            var embeddings = await embedder.GenerateAsync(texts, cancellationToken: either.Token);
            return embeddings.Count == texts.Count
                ? new([.. embeddings.Select(embedding => embedding.Vector)], null)
                : new(null, new StepFailure(FailureKind.NotAModel, $"{embeddings.Count} vectors came for {texts.Count} texts."));
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
}

/// <summary>What came of an embedding request.</summary>
/// <param name="Vectors">A vector for each text, in order; null when they could not be made.</param>
/// <param name="Failure">Why not; null when they were.</param>
internal sealed record EmbeddingResult(IReadOnlyList<ReadOnlyMemory<float>>? Vectors, StepFailure? Failure);
