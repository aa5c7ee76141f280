using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Comparison;

/// <summary>Short-term memory of two branches, sentence by sentence.</summary>
/// <param name="Both">Sentences that both have, as they stand on the left.</param>
/// <param name="OnlyLeft">Sentences that only the left has, in its order.</param>
/// <param name="OnlyRight">Sentences that only the right has, in its order.</param>
/// <param name="Reworded">Pairs that say mostly the same; <see cref="MemoryChange.Before"/> is the left.</param>
public sealed record MemoryDifference(
    IReadOnlyList<string> Both, IReadOnlyList<string> OnlyLeft, IReadOnlyList<string> OnlyRight, IReadOnlyList<MemoryChange> Reworded)
{
    /// <summary>Whether no sentence differs.</summary>
    public bool IsSame => OnlyLeft.Count + OnlyRight.Count + Reworded.Count == 0;

    /// <summary>Compares two memories.</summary>
    public static MemoryDifference Between(string left, string right)
    {
        var tracked = TrackedChanges.Between(left, right);
        return new MemoryDifference(
            [.. tracked.Slots.Where(slot => slot.Change is null).Select(slot => (slot.Before ?? slot.After)!.Value.Text)],
            [.. tracked.Changes.Where(change => change.Kind == ChangeKind.Dropped).Select(change => change.Before)],
            [.. tracked.Changes.Where(change => change.Kind == ChangeKind.Added).Select(change => change.After)],
            [.. tracked.Changes.Where(change => change.Kind == ChangeKind.Reworded)]);
    }
}
