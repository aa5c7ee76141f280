using System.Collections.ObjectModel;
using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Prompts;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>What one step is written from: o(t-1), h(t-1), x(t-1) of the paper, and the long-term memory that c(t-1) is recalled from.</summary>
public sealed record StepRequest
{
    /// <summary>The story's card.</summary>
    public required StoryCard Card { get; init; }

    /// <summary>How to write.</summary>
    public required StorySettings Settings { get; init; }

    /// <summary>The step to go on from: its paragraph and its short-term memory, as they stand.</summary>
    public required Step Head { get; init; }

    /// <summary>The plan to follow.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Long-term memory of the story.</summary>
    public required LongTermMemory Memory { get; init; }

    /// <summary>A paragraph that the author keeps; then only what goes with it is asked for. Null to have one written.</summary>
    public string? KeptParagraph { get; init; }

    /// <summary>Sections that arrived whole with the kept paragraph; they are not asked for again.</summary>
    public IReadOnlyDictionary<Section, string> Arrived { get; init; } = ReadOnlyDictionary<Section, string>.Empty;

    /// <summary>Its place in the arc when the step is played; the plan is then what the reader does.</summary>
    public PlayTurn? Turn { get; init; }

    /// <summary>The toss, 0 to 1, for a new character, when it was made before; null to toss now.</summary>
    public double? Toss { get; init; }

    /// <summary>The author's own words for the prompts of this story; a turn of a play has ours.</summary>
    public StoryPrompts Prompts { get; init; } = StoryPrompts.Default;
}
