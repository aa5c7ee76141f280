using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.Marks;

/// <summary>Changes of what the author has put on a step.</summary>
internal static class MarkEdits
{
    public static async Task<bool> LockAsync(WritingDb db, Guid stepId, bool isLocked, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        var marks = await db.MarksOfAsync(stepId);
        if (marks.IsLocked == isLocked)
        {
            return false;
        }

        marks.IsLocked = isLocked;
        await TouchAsync(db, step, marks, now);
        return true;
    }

    public static async Task<SaveResult> SetChapterAsync(WritingDb db, Guid stepId, string heading, int version, DateTimeOffset now)
    {
        var marks = await db.MarksOfAsync(stepId);
        return await SaveAsync(db, marks, marks.Chapter, (heading, version), now, () => marks.Chapter = heading);
    }

    public static async Task<SaveResult> SetNoteAsync(WritingDb db, Guid stepId, string note, int version, DateTimeOffset now)
    {
        var marks = await db.MarksOfAsync(stepId);
        return await SaveAsync(db, marks, marks.Note, (note, version), now, () => marks.Note = note);
    }

    // A run has read the locks of the step that it goes on from: one that came later would not hold.
    public static async Task<bool> LockSentenceAsync(WritingDb db, Guid stepId, string sentence, bool isLocked, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        if (!Prose.Sentences(step.ShortTermMemory).Contains(sentence) || await db.IsBeingWrittenAsync(step.StoryId))
        {
            return false;
        }

        IReadOnlyList<string> locked = isLocked ? [.. step.LockedSentences, sentence] : [.. step.LockedSentences.Where(other => other != sentence)];
        step.LockedSentences = LockedMemory.Standing(step.ShortTermMemory, locked);
        await TouchAsync(db, step, now);
        return true;
    }

    private static async Task<SaveResult> SaveAsync(
        WritingDb db, StepMarkRow marks, string current, (string Text, int Version) wanted, DateTimeOffset now, Action change)
    {
        var step = await FindAsync(db, marks.StepId);

        // The same text in two tabs is no conflict.
        if (current == wanted.Text || marks.Version != wanted.Version)
        {
            return new SaveResult(current == wanted.Text, marks.Version, current);
        }

        change();
        await TouchAsync(db, step, marks, now);
        return new SaveResult(Saved: true, marks.Version, wanted.Text);
    }

    private static Task TouchAsync(WritingDb db, StepRow step, StepMarkRow marks, DateTimeOffset now)
    {
        marks.Version++;
        return TouchAsync(db, step, now);
    }

    private static async Task TouchAsync(WritingDb db, StepRow step, DateTimeOffset now)
    {
        var story = await db.Stories.SingleAsync(row => row.Id == step.StoryId);
        story.ChangedAt = now;
    }

    private static async Task<StepRow> FindAsync(WritingDb db, Guid stepId) =>
        await db.Steps.SingleOrDefaultAsync(step => step.Id == stepId) ?? throw new InvalidOperationException($"There is no step {stepId}.");
}
