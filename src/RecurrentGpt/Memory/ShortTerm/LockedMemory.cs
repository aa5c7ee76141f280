using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Sentences of short-term memory that the author has locked: no model may change them, and the author may.</summary>
public static class LockedMemory
{
    /// <summary>
    /// The memory to store when a model has rewritten it. Every locked sentence of the memory that was sent stands in it letter for letter and as often as before:
    /// in place of the model's rewording, or between its old neighbours where the model dropped it. Every other sentence is as the model wrote it.
    /// </summary>
    /// <param name="sent">The memory that the model was given.</param>
    /// <param name="written">The memory that it wrote.</param>
    /// <param name="locked">Locked sentences; those that do not stand in <paramref name="sent"/> lock nothing.</param>
    /// <returns><paramref name="written"/> itself, byte for byte, when nothing locked was touched.</returns>
    public static string Keep(string sent, string written, IReadOnlyList<string> locked)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(written);
        var standing = Standing(sent, locked).ToHashSet(StringComparer.Ordinal);
        return standing.Count == 0 ? written : new KeptMemory(TrackedChanges.Between(sent, written), written, standing).Text;
    }

    /// <summary>The locked sentences that stand in a text, each once, in the order of the text.</summary>
    public static IReadOnlyList<string> Standing(string text, IReadOnlyList<string> locked)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(locked);
        return locked.Count == 0 ? [] : [.. Prose.Sentences(text).Where(locked.Contains).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The locked sentences after an edit by hand, in the order of the text: one that was reworded is locked in its new words, one that was deleted is locked no more.
    /// Where a stop came or went, so that sentences ran together or fell apart, the lock is on all that they became.
    /// </summary>
    /// <param name="before">The text that was edited.</param>
    /// <param name="after">The text now.</param>
    /// <param name="locked">The sentences that were locked.</param>
    public static IReadOnlyList<string> Follow(string before, string after, IReadOnlyList<string> locked)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var standing = Standing(before, locked);
        if (standing.Count == 0)
        {
            return [];
        }

        var changes = TrackedChanges.Between(before, after).Changes;
        string[] gone = [.. changes.Select(change => change.Before).Where(standing.Contains)];
        string[] become = [.. changes.Where(change => change.After.Length > 0 && (standing.Contains(change.Before) || gone.Any(was => IsPart(was, change.After)))).Select(change => change.After)];
        return Standing(after, [.. standing, .. become]);
    }

    private static bool IsPart(string was, string now)
    {
        var (first, second) = (Words(was), Words(now));
        return first.Contains(second, StringComparison.Ordinal) || second.Contains(first, StringComparison.Ordinal);
    }

    // A sentence that runs on has lost the stop at its end.
    private static string Words(string sentence)
    {
        var end = sentence.Length;
        while (end > 0 && !char.IsLetterOrDigit(sentence[end - 1]))
        {
            end--;
        }

        return sentence[..end];
    }
}
