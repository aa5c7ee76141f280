namespace RecurrentGpt.Repetition;

/// <summary>The index of one story while it is kept, and whether it may be behind what is stored.</summary>
/// <param name="storyId">The story.</param>
/// <param name="entries">How many entries its long-term memory has; below zero when that is not known.</param>
internal sealed class OpenPhrases(Guid storyId, int entries)
{
    // One ahead of what was read: nothing was.
    private int _changes = 1;
    private int _read;
    private int _entries = entries;

    internal Guid StoryId => storyId;

    internal PhraseIndex Index { get; } = new();

    internal bool IsBehind => Volatile.Read(ref _read) != Changes;

    /// <summary>What to say with <see cref="Catch"/> when all has been read that was stored by now.</summary>
    internal int Changes => Volatile.Read(ref _changes);

    /// <summary>
    /// The story has changed. One entry more is one step more, which is met when it is asked for; anything else may be an edit, after which all is read anew.
    /// </summary>
    internal void Follow(int entriesNow)
    {
        var before = Interlocked.Exchange(ref _entries, entriesNow);
        if (before < 0 || entriesNow != before + 1)
        {
            Interlocked.Increment(ref _changes);
        }
    }

    internal void Catch(int changes) => Volatile.Write(ref _read, changes);
}
