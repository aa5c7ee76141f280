using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>What the exported file tells of a step; what only a desk needs is not read for it.</summary>
public sealed record ExportedStep
{
    public required int Number { get; init; }

    /// <summary>The heading of the chapter that begins with it; empty for none.</summary>
    public required string Chapter { get; init; }

    public required Plan Plan { get; init; }

    /// <summary>Its place in the arc when it was played; null when it was written at a desk.</summary>
    public required PlayTurn? Turn { get; init; }

    public required string Paragraph { get; init; }

    public required string Summary { get; init; }

    public required string Rationale { get; init; }

    public required string ShortTermMemory { get; init; }

    /// <summary>The plans that it offers, in their order.</summary>
    public required IReadOnlyList<string> Plans { get; init; }

    public required IReadOnlyList<RecalledEntry> Recalled { get; init; }

    public required string Model { get; init; }

    public required TokenUsage Usage { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
}
