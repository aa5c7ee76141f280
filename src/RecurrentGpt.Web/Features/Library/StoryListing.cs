using RecurrentGpt.Play;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>A story as the library lists it.</summary>
public sealed record StoryListing(
    Guid Id,
    string Title,
    string Genre,
    StoryKind Kind,
    string Language,
    int Paragraphs,
    int Words,
    DateTimeOffset ChangedAt)
{
    /// <summary>How far it is played; null for a novel, and before a first turn.</summary>
    public PlayTurn? Turn { get; init; }
}
