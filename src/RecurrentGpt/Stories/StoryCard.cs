namespace RecurrentGpt.Stories;

/// <summary>What every prompt of a story says of it. The texts are the author's and are sent exactly as they stand.</summary>
public sealed record StoryCard
{
    /// <summary>The title; empty until the opening or the author gives one.</summary>
    public string Title { get; init; } = "";

    /// <summary>The genre in the author's words, such as "Science Fiction"; may be empty.</summary>
    public string Genre { get; init; } = "";

    /// <summary>What the story is about, in the author's words; may be empty when the author brings an opening.</summary>
    public string Premise { get; init; } = "";

    /// <summary>The language that the story is written in, by its English or its own name.</summary>
    public string Language { get; init; } = "English";

    /// <summary>Novel or interactive fiction.</summary>
    public StoryKind Kind { get; init; }

    /// <summary>The outline that the opening gave; empty before it.</summary>
    public string Outline { get; init; } = "";
}
