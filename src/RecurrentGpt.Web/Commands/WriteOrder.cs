using RecurrentGpt.Autopilot;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Commands;

/// <summary>What "write" was asked for.</summary>
internal sealed record WriteOrder
{
    /// <summary>The story to go on with; null for a new one.</summary>
    public Guid? StoryId { get; init; }

    public required StoryCard Card { get; init; }

    /// <summary>How a new story is written, and played.</summary>
    public StorySettings Settings { get; init; } = new();

    /// <summary>The author's own opening; empty when the model writes it.</summary>
    public string Opening { get; init; } = "";

    /// <summary>The paragraphs after the opening; no steps for only the opening.</summary>
    public required AutopilotOrder Unattended { get; init; }

    public required string Out { get; init; }

    public string? Trace { get; init; }
}
