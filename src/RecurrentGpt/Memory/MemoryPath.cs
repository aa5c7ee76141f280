namespace RecurrentGpt.Memory;

/// <summary>What decides over an entry before its score does.</summary>
internal enum EntryStanding : byte
{
    /// <summary>It is sent if it is among the best for the plan.</summary>
    Competes,
    Pinned,
    Banned,
    Head,
}

/// <summary>
/// The entries from the first step to a head, oldest first, laid out so that weighing them reads a few short arrays in order instead of thousands of
/// objects all over the memory.
/// </summary>
internal sealed class MemoryPath
{
    private readonly EntryStanding[] _standings;

    internal MemoryPath(Guid headId, MemoryEntry[] entries, int[] rows)
        : this(headId, entries, rows, [.. entries.Select(entry => StandingOf(entry, headId))])
    {
    }

    private MemoryPath(Guid headId, MemoryEntry[] entries, int[] rows, EntryStanding[] standings)
    {
        HeadId = headId;
        Entries = entries;
        Rows = rows;
        _standings = standings;
    }

    internal Guid HeadId { get; }

    internal MemoryEntry[] Entries { get; }

    /// <summary>The row of each entry's vector; below zero where it is not indexed.</summary>
    internal int[] Rows { get; }

    internal ReadOnlySpan<EntryStanding> Standings => _standings;

    /// <summary>Whether it begins with a first step; otherwise the one before its first entry may still come.</summary>
    internal bool IsWhole => Entries is [{ ParentId: null }, ..];

    /// <summary>The path to a step that follows the head; of all entries only the last two stand otherwise for it.</summary>
    internal MemoryPath GoOnTo(MemoryEntry entry, int row) => new(
        entry.StepId, [.. Entries, entry], [.. Rows, row], [.. _standings[..^1], StandingOf(Entries[^1], entry.StepId), StandingOf(entry, entry.StepId)]);

    private static EntryStanding StandingOf(MemoryEntry entry, Guid headId) => entry switch
    {
        { Banned: true } => EntryStanding.Banned,
        { Pinned: true } => EntryStanding.Pinned,
        _ => entry.StepId == headId ? EntryStanding.Head : EntryStanding.Competes,
    };
}
