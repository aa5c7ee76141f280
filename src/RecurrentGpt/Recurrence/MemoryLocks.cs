using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>The locked sentences of the memory that a run was given, and what becomes of a memory that the model wrote.</summary>
/// <param name="Sent">The memory that the run was given.</param>
/// <param name="Locked">The sentences of it that are locked.</param>
internal sealed record MemoryLocks(string Sent, IReadOnlyList<string> Locked)
{
    /// <summary>An opening is given no memory.</summary>
    internal static MemoryLocks None { get; } = new("", []);

    /// <summary>The locked sentences and nothing else: no memory that keeps them is shorter.</summary>
    internal string Alone => string.Join('\n', Locked);

    internal static MemoryLocks Of(Step head) => new(head.ShortTermMemory, LockedMemory.Standing(head.ShortTermMemory, head.LockedSentences));

    /// <summary>The memory as it is stored.</summary>
    internal string Keep(string written) => LockedMemory.Keep(Sent, written, Locked);

    /// <summary>A step with its memory, the model's own words beside it where they differ, and the locks handed on.</summary>
    internal NewStep Put(NewStep step, string written)
    {
        var memory = Keep(written);
        return step with
        {
            SentMemory = Sent,
            ShortTermMemory = memory,
            WrittenMemory = memory == written ? null : written,
            LockedSentences = LockedMemory.Standing(memory, Locked),
        };
    }
}
