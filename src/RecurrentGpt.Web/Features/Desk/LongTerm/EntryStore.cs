using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>
/// Changes entries of long-term memory by hand. Each change is one transaction and is put into the memory that is open,
/// so that the next step recalls by it. An entry whose text was changed is embedded again, and only that one.
/// </summary>
public sealed class EntryStore(OwnWrites writes, MemoryShelf shelf, MemoryIndexer indexer, TimeProvider clock)
{
    /// <summary>Changes an entry's text; the model's is kept beside it. The entry is not indexed until the new text is embedded.</summary>
    /// <param name="version">The <see cref="MemoryEntry.Version"/> that is changed. When another one stands, nothing changes and its text comes back.</param>
    /// <exception cref="ArgumentException">The text is blank, or longer than <see cref="StoryLimits.Entry"/>.</exception>
    public Task<SaveResult> SaveAsync(Guid stepId, string text, int version, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        TextLimit.Check(text, StoryLimits.Entry, nameof(StoryLimits.Entry));

        return SaveAsync(stepId, _ => text, version, cancellationToken);
    }

    /// <summary>Goes back to the text that the model wrote.</summary>
    public Task<SaveResult> RestoreAsync(Guid stepId, int version, CancellationToken cancellationToken = default) =>
        SaveAsync(stepId, entry => entry.WrittenSummary ?? entry.Summary, version, cancellationToken);

    /// <summary>Has an entry always sent, or no longer. A pinned entry is not banned.</summary>
    public Task PinAsync(Guid stepId, bool isPinned, CancellationToken cancellationToken = default) => ChangeAsync(
        db => EntryEdits.MarkAsync(
            db,
            stepId,
            entry => (entry.Pinned, entry.Banned) = (isPinned, entry.Banned && !isPinned),
            clock.GetUtcNow()),
        cancellationToken);

    /// <summary>Has an entry never sent, or no longer. A banned entry is not pinned.</summary>
    public Task BanAsync(Guid stepId, bool isBanned, CancellationToken cancellationToken = default) => ChangeAsync(
        db => EntryEdits.MarkAsync(
            db,
            stepId,
            entry => (entry.Pinned, entry.Banned) = (entry.Pinned && !isBanned, isBanned),
            clock.GetUtcNow()),
        cancellationToken);

    private async Task<SaveResult> SaveAsync(Guid stepId, Func<MemoryEntryRow, string> text, int version, CancellationToken cancellationToken)
    {
        var change = await ChangeAsync(db => EntryEdits.SaveAsync(db, stepId, text, version, clock.GetUtcNow()), cancellationToken);
        if (change.Entry.Vector is null)
        {
            indexer.Begin(change.StoryId);
        }

        return new SaveResult(change.IsSaved, change.Entry.Version, change.Entry.Text);
    }

    private async Task<EntryChange> ChangeAsync(Func<WritingDb, Task<EntryChange>> write, CancellationToken cancellationToken)
    {
        var change = await writes.WriteAsync(write, cancellationToken);
        shelf.Change(change.StoryId, memory => memory.Put(change.Entry));

        return change;
    }
}
