using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.Edits;

/// <summary>The entry of a paragraph whose text has just been changed, inside the transaction of the caller.</summary>
internal static class EditedEntry
{
    /// <summary>
    /// Has the entry follow to the new text when it is of the same words, so that a comma, or going back to what was summed up, asks for nothing to be read again.
    /// Otherwise it stays with the text that it sums up, and is outdated by that.
    /// </summary>
    /// <param name="before">The paragraph and its version before the change.</param>
    public static async Task<MemoryEntry> FollowAsync(WritingDb db, StepRow step, (string Text, int Version) before)
    {
        var entry = await db.MemoryEntries.SingleAsync(row => row.StepId == step.Id);
        var summedUp = entry.ParagraphVersion == before.Version ? before.Text : await OlderText.OfVersionAsync(db, step.Id, entry.ParagraphVersion);
        if (summedUp is not null && Prose.HasSameWords(summedUp, step.Paragraph))
        {
            entry.ParagraphVersion = step.ParagraphVersion;
        }

        return entry.ToEntry(step.ParentId, step.Number, step.ParagraphVersion);
    }
}
