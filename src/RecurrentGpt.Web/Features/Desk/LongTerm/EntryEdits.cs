using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>How a change of an entry went, and the entry as it stands now.</summary>
internal sealed record EntryChange(bool IsSaved, Guid StoryId, MemoryEntry Entry);

/// <summary>Changes of one entry, inside the transaction of the caller.</summary>
internal static class EntryEdits
{
    public static async Task<EntryChange> SaveAsync(WritingDb db, Guid stepId, Func<MemoryEntryRow, string> text, int version, DateTimeOffset now)
    {
        var (step, entry) = await FindAsync(db, stepId);
        var wanted = text(entry);
        if (wanted == entry.Summary || entry.Version != version)
        {
            // The same text in two tabs is no conflict.
            return ToChange(wanted == entry.Summary, step, entry);
        }

        var written = entry.WrittenSummary ?? entry.Summary;
        entry.WrittenSummary = wanted == written ? null : written;
        entry.Summary = wanted;
        (entry.Vector, entry.EmbeddingModel, entry.Dimensions) = (null, "", 0);
        await TouchAsync(db, step, entry, now);

        return ToChange(isSaved: true, step, entry);
    }

    public static async Task<EntryChange> MarkAsync(WritingDb db, Guid stepId, Action<MemoryEntryRow> mark, DateTimeOffset now)
    {
        var (step, entry) = await FindAsync(db, stepId);
        var before = (entry.Pinned, entry.Banned);
        mark(entry);
        if (before != (entry.Pinned, entry.Banned))
        {
            await TouchAsync(db, step, entry, now);
        }

        return ToChange(isSaved: true, step, entry);
    }

    private static async Task<(StepRow Step, MemoryEntryRow Entry)> FindAsync(WritingDb db, Guid stepId)
    {
        var step = await db.Steps.SingleOrDefaultAsync(row => row.Id == stepId) ?? throw new InvalidOperationException($"There is no step {stepId}.");

        return (step, await db.MemoryEntries.SingleAsync(row => row.StepId == stepId));
    }

    private static async Task TouchAsync(WritingDb db, StepRow step, MemoryEntryRow entry, DateTimeOffset now)
    {
        var story = await db.Stories.SingleAsync(row => row.Id == step.StoryId);
        entry.Version++;
        story.ChangedAt = now;
    }

    private static EntryChange ToChange(bool isSaved, StepRow step, MemoryEntryRow entry) =>
        new(isSaved, step.StoryId, entry.ToEntry(step.ParentId, step.Number, step.ParagraphVersion));
}
