namespace RecurrentGpt.Memory;

/// <summary>One entry of long-term memory: a step's summary and its embedding.</summary>
public sealed record MemoryEntry
{
    /// <summary>The step that it summarises.</summary>
    public required Guid StepId { get; init; }

    /// <summary>The step before that one; null for the first. Entries are the tree of steps, seen from memory.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The step's number on its path, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The summary.</summary>
    public required string Text { get; init; }

    /// <summary>The summary as the model wrote it, when the author changed it; null when not.</summary>
    public string? Written { get; init; }

    /// <summary>Whether the paragraph was edited after it was summed up, so that the entry tells of the older text.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>How often the author has changed the entry, its pin or its ban; a save that names an older one is refused.</summary>
    public int Version { get; init; }

    /// <summary>Its embedding; null while it is not indexed.</summary>
    public ReadOnlyMemory<float>? Vector { get; init; }

    /// <summary>The embedding model that made <see cref="Vector"/>; empty while it is not indexed.</summary>
    public string EmbeddingModel { get; init; } = "";

    /// <summary>Always sent.</summary>
    public bool Pinned { get; init; }

    /// <summary>Never sent.</summary>
    public bool Banned { get; init; }
}
