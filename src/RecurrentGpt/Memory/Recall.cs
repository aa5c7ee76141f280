namespace RecurrentGpt.Memory;

/// <summary>What long-term memory gave for a plan.</summary>
/// <param name="Entries">The entries that go into the prompt, best first; pinned ones lead.</param>
/// <param name="ByMeaning">False when search by meaning was not possible and the latest entries were taken.</param>
/// <param name="PinnedLeftOut">Numbers of pinned steps that did not fit into the pinned budget.</param>
public sealed record Recall(IReadOnlyList<RecalledEntry> Entries, bool ByMeaning, IReadOnlyList<int> PinnedLeftOut)
{
    /// <summary>How many entries that might have been recalled could not be compared with any plan, because they are not indexed.</summary>
    public int NotIndexed { get; init; }

    /// <summary>Nothing to recall.</summary>
    public static Recall Nothing { get; } = new([], ByMeaning: true, []);
}
