using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>What a paragraph is read again from.</summary>
internal sealed record RereadRequest
{
    internal required StoryCard Card { get; init; }

    internal required StorySettings Settings { get; init; }

    /// <summary>The step whose paragraph was edited.</summary>
    internal required Step Step { get; init; }

    /// <summary>The paragraph as it was when memory was last told of it.</summary>
    internal required string Older { get; init; }

    /// <summary>The memory that a change is proposed for.</summary>
    internal required string Memory { get; init; }

    /// <summary>Sentences of <see cref="Memory"/> that no model may change.</summary>
    internal required IReadOnlyList<string> LockedSentences { get; init; }
}
