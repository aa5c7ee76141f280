using RecurrentGpt.Offline;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>The entry of long-term memory that is nearest to a sentence which leaves short-term memory.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Score">Cosine of sentence and entry, -1 to 1; null when the entry holds the sentence but is not indexed.</param>
/// <param name="IsSafe">Whether it says enough of the sentence to bring it back.</param>
public sealed record WayBack(MemoryEntry Entry, double? Score, bool IsSafe)
{
    /// <summary>
    /// From this cosine on an entry is taken to say what a sentence says, in the space of <see cref="LocalEmbedder"/>. Measured on 20 sentences in English and Chinese, each with
    /// an entry that says it (0.38 to 0.81) and the nearest of the same story that does not (0.34 at most): the figure lies in the gap.
    /// </summary>
    public const double SafeByWords = 0.36;

    /// <summary>
    /// The same for the space of an embedding model. Models differ, and this figure is a choice and no measurement: it is set high on purpose,
    /// since a warning too many costs a look, and one too few costs a fact.
    /// </summary>
    public const double SafeByMeaning = 0.45;

    /// <summary>Finds the nearest entry on a path; one that holds the very sentence is nearer than any. Banned entries bring nothing back.</summary>
    /// <param name="memory">Long-term memory.</param>
    /// <param name="headId">The step that the story stands on.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="vector">Its embedding in the memory's space.</param>
    /// <returns>Null when no entry can be compared.</returns>
    public static WayBack? Find(LongTermMemory memory, Guid headId, string sentence, ReadOnlyMemory<float> vector)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(sentence);
        var safe = memory.EmbeddingModel == LocalEmbedder.Name ? SafeByWords : SafeByMeaning;
        var entries = memory.Weigh(headId, vector, 0).Entries.Where(entry => !entry.Entry.Banned).ToList();
        if (entries.Where(entry => entry.Entry.Text.Contains(sentence, StringComparison.Ordinal)).MaxBy(entry => entry.Entry.Pinned) is { } whole)
        {
            return new WayBack(whole.Entry, whole.Score, IsSafe: true);
        }

        var nearest = entries.Where(entry => entry.Score is not null).MaxBy(entry => entry.Score);
        return nearest is null ? null : new WayBack(nearest.Entry, nearest.Score, nearest.Score >= safe);
    }
}
