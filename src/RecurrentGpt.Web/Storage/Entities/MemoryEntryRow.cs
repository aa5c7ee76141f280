using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>A step's entry in long-term memory.</summary>
public sealed class MemoryEntryRow
{
    public required Guid StepId { get; init; }

    public int Version { get; set; }

    public bool Pinned { get; set; }

    public bool Banned { get; set; }

    /// <summary>The space of <see cref="Vector"/>; empty while there is none.</summary>
    public required string EmbeddingModel { get; set; }

    public int Dimensions { get; set; }

    public required string Summary { get; set; }

    /// <summary>The summary as the model wrote it, when the author changed it.</summary>
    public string? WrittenSummary { get; set; }

    /// <summary>The paragraph's version that the summary is of; an entry that the author wrote by hand is of the version that it was read beside last.</summary>
    public int ParagraphVersion { get; set; }

    /// <summary>Values of 32 bits, little-endian; null while the entry is not indexed.</summary>
    public byte[]? Vector { get; set; }

    /// <summary>The entry, with what its step says of its place in the tree and of its text.</summary>
    public MemoryEntry ToEntry(Guid? parentId, int number, int paragraphVersion) => new()
    {
        StepId = StepId,
        ParentId = parentId,
        Number = number,
        Text = Summary,
        Written = WrittenSummary,
        IsOutdated = ParagraphVersion != paragraphVersion,
        Version = Version,
        Vector = VectorBytes.Read(Vector),
        EmbeddingModel = EmbeddingModel,
        Pinned = Pinned,
        Banned = Banned,
    };
}
