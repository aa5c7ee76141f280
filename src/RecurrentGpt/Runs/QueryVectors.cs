using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>The embedding of what somebody searches for.</summary>
/// <param name="EmbeddingModel">The space that it lies in; empty when the models themselves could not be settled.</param>
public sealed record QueryVector(string EmbeddingModel)
{
    /// <summary>The vector; null when there is none.</summary>
    public ReadOnlyMemory<float>? Vector { get; init; }

    /// <summary>Why there is none; null when there is, or nobody asked for it.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>Whether a server would have had to be asked, which was not allowed.</summary>
    public bool IsUnasked { get; init; }
}

/// <summary>Embeds what is searched for, one request a search; the same again costs nothing.</summary>
public sealed class QueryVectors(IModelSource models, RecurrenceOptions options, TimeProvider clock)
{
    private (string EmbeddingModel, string Text, ReadOnlyMemory<float> Vector)? _last;

    /// <summary>The space that texts are embedded in now; null while the models cannot be settled.</summary>
    public async Task<string?> SpaceAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await models.CurrentAsync(cancellationToken)).EmbeddingModel;
        }
        catch (ModelException)
        {
            return null;
        }
    }

    /// <summary>Embeds a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mayAsk">Whether a server may be asked. What is known, or made by the local embedder, is taken in any case.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    public async Task<QueryVector> AskAsync(string text, bool mayAsk, CancellationToken cancellationToken)
    {
        WritingModels settled;
        try
        {
            settled = await models.CurrentAsync(cancellationToken);
        }
        catch (ModelException exception)
        {
            return new QueryVector("") { Failure = exception.Failure };
        }

        var result = new QueryVector(settled.EmbeddingModel);
        if (_last is var (model, known, vector) && model == settled.EmbeddingModel && known == text)
        {
            return result with { Vector = vector };
        }

        if (!mayAsk && settled.Embedder is not LocalEmbedder)
        {
            return result with { IsUnasked = true };
        }

        var (vectors, failure) = await Embedding.AskAsync(settled.Embedder, [text], dimensions: 0, options.EmbeddingLimit, clock, cancellationToken);
        if (vectors is not [var made])
        {
            return result with { Failure = failure };
        }

        _last = (settled.EmbeddingModel, text, made);
        return result with { Vector = made };
    }
}
