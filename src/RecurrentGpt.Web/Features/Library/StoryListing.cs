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
    DateTimeOffset ChangedAt);
