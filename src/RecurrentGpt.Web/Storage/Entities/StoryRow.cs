using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Storage.Entities;

public sealed class StoryRow
{
    public required Guid Id { get; init; }

    /// <summary>Whose story it is. A context that works for a person sets it by itself.</summary>
    public Guid OwnerId { get; set; } = Person.FirstId;

    public required string Title { get; set; }

    public required string Genre { get; set; }

    public required string Premise { get; set; }

    public required string Language { get; set; }

    public required StoryKind Kind { get; set; }

    public required string Outline { get; set; }

    public required StorySettings Settings { get; set; }

    public required StoryPrompts Prompts { get; set; }

    public Guid? HeadId { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>When the story was taken off the shelf; nothing of it is removed.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    public Story ToStory() => new()
    {
        Id = Id,
        Card = new StoryCard { Title = Title, Genre = Genre, Premise = Premise, Language = Language, Kind = Kind, Outline = Outline },
        Settings = Settings,
        Prompts = Prompts,
        HeadId = HeadId,
        CreatedAt = CreatedAt,
        ChangedAt = ChangedAt,
    };
}
