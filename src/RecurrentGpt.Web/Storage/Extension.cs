using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>A paragraph that the simulated author wrote out longer takes the place of the one that it was made of.</summary>
internal static class Extension
{
    /// <summary>
    /// Keeps the text that stood as an earlier one, and has the entry go on holding. The author's word is law: what they locked, edited or wrote on from stays.
    /// </summary>
    public static async Task StoreAsync(WritingDb db, StepRow? step, ExtendedParagraph? extended, DateTimeOffset now)
    {
        if (step is null || extended is null || !await MayChangeAsync(db, step, extended))
        {
            return;
        }

        var before = (Text: step.Paragraph, Version: step.ParagraphVersion);
        db.Revisions.Add(new RevisionRow { StepId = step.Id, Version = before.Version, Text = before.Text, ReplacedAt = now });
        step.Paragraph = extended.Text;
        step.ParagraphVersion = step.NextVersion();
        await FollowAsync(db, step, before.Version);
        await db.AddWordsAsync(step.Id, Prose.Words(extended.Text) - Prose.Words(before.Text));
    }

    private static async Task<bool> MayChangeAsync(WritingDb db, StepRow step, ExtendedParagraph extended) =>
        step.ParagraphVersion == extended.ParagraphVersion
        && !step.IsEdited
        && !await db.StepMarks.AnyAsync(mark => mark.StepId == step.Id && mark.IsLocked)
        && !await db.Steps.AnyAsync(next => next.ParentId == step.Id);

    // Nothing else happens in it, so the summary is as true as it was.
    private static async Task FollowAsync(WritingDb db, StepRow step, int before)
    {
        var entry = await db.MemoryEntries.SingleAsync(row => row.StepId == step.Id);
        entry.ParagraphVersion = entry.ParagraphVersion == before ? step.ParagraphVersion : entry.ParagraphVersion;
    }
}
