using System.Numerics.Tensors;
using Microsoft.Extensions.AI;

namespace RecurrentGpt.Offline;

/// <summary>
/// Embeds text without a model: words and runs of characters are hashed into 512 signed buckets (feature hashing, Weinberger et al. 2009),
/// damped by the logarithm of their count and scaled to length 1. Texts that share words lie near each other; meaning beyond words is not seen.
/// The same text gives the same vector on every machine. Safe for use by many threads.
/// </summary>
public sealed class LocalEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    /// <summary>The model's name, which is also the name of its space.</summary>
    public const string Name = "local-hashing-512";

    /// <summary>Length of each vector.</summary>
    public const int Dimensions = 512;

    private static readonly EmbeddingGeneratorMetadata Metadata = new("local", defaultModelId: Name, defaultModelDimensions: Dimensions);

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(VectorOf(value)) { ModelId = Name });
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Nothing is held.
    }

    /// <summary>The vector of a text.</summary>
    public static ReadOnlyMemory<float> VectorOf(string text)
    {
        var vector = new float[Dimensions];
        foreach (var (hash, weight) in HashedTerms.Of(text))
        {
            var sign = (hash >> 63) == 0 ? 1f : -1f;
            vector[(int)(hash % Dimensions)] += sign * weight;
        }

        var length = TensorPrimitives.Norm(vector);
        if (length > 0)
        {
            TensorPrimitives.Divide(vector, length, vector);
        }

        return vector;
    }
}
