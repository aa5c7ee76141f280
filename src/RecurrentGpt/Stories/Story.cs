using RecurrentGpt.Prompts;

namespace RecurrentGpt.Stories;

/// <summary>A story as it is stored: its card, its settings and the step that it stands on.</summary>
public sealed record Story
{
    /// <summary>The story's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Title, genre, premise, language, kind and outline.</summary>
    public required StoryCard Card { get; init; }

    /// <summary>How the next step is written.</summary>
    public required StorySettings Settings { get; init; }

    /// <summary>The author's own words for the prompts; our own where there are none.</summary>
    public StoryPrompts Prompts { get; init; } = StoryPrompts.Default;

    /// <summary>The step that the story stands on; null before its opening.</summary>
    public Guid? HeadId { get; init; }

    /// <summary>When the story was made.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When anything of the story was last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
