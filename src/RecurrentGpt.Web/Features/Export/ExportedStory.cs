using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>A story on its way into a file. A long one never lies in memory as a whole: its steps come as they are read.</summary>
public sealed record ExportedStory
{
    public required StoryCard Card { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required int Paragraphs { get; init; }

    /// <summary>Words of all paragraphs.</summary>
    public required int Words { get; init; }

    /// <summary>The steps of the draft's path, in order.</summary>
    public required IAsyncEnumerable<ExportedStep> Steps { get; init; }

    /// <summary>The same steps with no more of them than a reader has, which is read several times as fast.</summary>
    public required IAsyncEnumerable<ExportedParagraph> Prose { get; init; }

    /// <summary>The title, or words that stand in for one that nobody has given yet.</summary>
    public string Title => string.IsNullOrWhiteSpace(Card.Title) ? "Untitled story" : Card.Title;
}
