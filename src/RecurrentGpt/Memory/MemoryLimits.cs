using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory;

/// <summary>How full short-term memory is.</summary>
/// <param name="Sentences">Sentences that it has.</param>
/// <param name="Words">Words that it has.</param>
/// <param name="MaxSentences">Most sentences that it should have.</param>
/// <param name="MaxWords">Most words that it should have.</param>
public sealed record MemoryLimits(int Sentences, int Words, int MaxSentences, int MaxWords)
{
    /// <summary>Whether it has more than it should.</summary>
    public bool IsOver => Sentences > MaxSentences || Words > MaxWords;

    /// <summary>Measures a memory by a story's settings.</summary>
    public static MemoryLimits Measure(string memory, StorySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new(Prose.Sentences(memory).Count, Prose.Words(memory), settings.MemorySentences, settings.MemoryWords);
    }
}
