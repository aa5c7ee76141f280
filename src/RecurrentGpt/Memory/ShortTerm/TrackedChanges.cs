namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>What a step did to short-term memory: the changes from the memory that it was given to the memory that the model wrote, in order.</summary>
public sealed class TrackedChanges
{
    private readonly string _sent;
    private readonly string _written;

    private TrackedChanges(string sent, string written)
    {
        _sent = sent;
        _written = written;
        Slots = Overlay.Of(SentenceSpan.Of(sent), SentenceSpan.Of(written));
        Changes = [.. Slots.Select(slot => slot.Change).OfType<MemoryChange>()];
        Kept = Slots.Count - Changes.Count;
    }

    /// <summary>The changes; their places are their indices.</summary>
    public IReadOnlyList<MemoryChange> Changes { get; }

    /// <summary>How many sentences stayed as they were, whether or not they changed their place.</summary>
    public int Kept { get; }

    internal IReadOnlyList<Slot> Slots { get; }

    /// <summary>Compares two memories.</summary>
    /// <param name="sent">The memory that the step was given.</param>
    /// <param name="written">The memory that the model wrote.</param>
    public static TrackedChanges Between(string sent, string written)
    {
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(written);
        return new TrackedChanges(sent, written);
    }

    /// <summary>How the changes stand in a text, which the author may have changed since.</summary>
    public StandingChanges In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new StandingChanges(this, text);
    }

    /// <summary>The white space that stood before and behind a sentence where it comes from; null at the text's edge.</summary>
    internal (string? Before, string? After) SpaceAround(Slot slot, bool asWritten)
    {
        var (text, span) = asWritten ? (_written, slot.After) : (_sent, slot.Before);
        return span is { } at ? Spacing.Around(text, at) : default;
    }

    /// <summary>The white space that the model wrote between two sentences that stand side by side; null when something stands between them.</summary>
    internal string? WrittenBetween(SentenceSpan first, SentenceSpan second) =>
        first.End <= second.Start && _written[first.End..second.Start] is var space && string.IsNullOrWhiteSpace(space) ? space : null;
}
