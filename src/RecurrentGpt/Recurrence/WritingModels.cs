using Microsoft.Extensions.AI;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// The models that a run writes with, settled when it starts. Neither client retries by itself: the loop does, so that the requests of a step can be counted.
/// </summary>
public sealed record WritingModels
{
    /// <summary>Writes. Failures that can be named come as <see cref="ModelException"/>.</summary>
    public required IChatClient Chat { get; init; }

    /// <summary>Options of each chat request; cloned before use.</summary>
    public ChatOptions ChatOptions { get; init; } = new();

    /// <summary>The chat model's name, as configured.</summary>
    public required string ChatModel { get; init; }

    /// <summary>Embeds plans and summaries.</summary>
    public required IEmbeddingGenerator<string, Embedding<float>> Embedder { get; init; }

    /// <summary>Name of the space that the embeddings live in: model and dimensions. Vectors of different spaces are never compared.</summary>
    public required string EmbeddingModel { get; init; }

    /// <summary>Whether this is the built-in sample writer, whose prose is only a sample.</summary>
    public bool IsSample { get; init; }
}

/// <summary>Gives the models that the person has set.</summary>
public interface IModelSource
{
    /// <summary>The models to start a run with now.</summary>
    /// <exception cref="ModelException">The settings cannot be used; the failure says why.</exception>
    ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken);
}
