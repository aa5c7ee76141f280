using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>A paragraph that was saved.</summary>
/// <param name="Entry">Its entry of long-term memory as it stands now; null when nothing was changed.</param>
internal sealed record ParagraphSaved(SaveResult Result, Guid StoryId, MemoryEntry? Entry);

/// <summary>Edits by hand. Each names the version that it changes; when another tab was first, nothing is changed and its text comes back.</summary>
internal static class HandEdits
{
    public static async Task<SaveResult> SaveMemoryAsync(WritingDb db, Guid stepId, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);

        var result = await SaveAsync(db, step, (step.ShortTermMemory, step.MemoryVersion), (text, version), now, next =>
        {
            step.LockedSentences = LockedMemory.Follow(step.ShortTermMemory, text, step.LockedSentences);
            step.ShortTermMemory = text;
            step.MemoryVersion = next;
            return Task.CompletedTask;
        });

        return step.LockedSentences.Count > 0 ? result with { LockedSentences = step.LockedSentences } : result;
    }

    public static async Task<SaveResult> SaveOwnPlanAsync(WritingDb db, Guid stepId, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);

        return await SaveAsync(db, step, (step.OwnPlan, step.PlansVersion), (text, version), now, next =>
        {
            step.OwnPlan = text;
            step.PlansVersion = next;
            return Task.CompletedTask;
        });
    }

    public static async Task<SaveResult> SavePlanAsync(WritingDb db, Guid stepId, int number, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        var plan = await FindPlanAsync(db, stepId, number);

        return await SaveAsync(db, step, (plan.Text, step.PlansVersion), (text, version), now, next =>
        {
            plan.Text = text;
            step.PlansVersion = next;
            return Task.CompletedTask;
        });
    }

    public static async Task<bool> LockPlanAsync(WritingDb db, Guid stepId, int number, bool isLocked, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        var plan = await FindPlanAsync(db, stepId, number);
        plan.Locked = isLocked;
        await TouchAsync(db, step.StoryId, now);

        return true;
    }

    public static async Task<ParagraphSaved> SaveParagraphAsync(WritingDb db, Guid stepId, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        var before = (Text: step.Paragraph, Version: step.ParagraphVersion);
        var result = await SaveAsync(db, step, before, (text, version), now, next =>
        {
            db.Revisions.Add(new RevisionRow { StepId = stepId, Version = before.Version, Text = before.Text, ReplacedAt = now });
            step.Paragraph = text;
            step.IsEdited = true;
            step.ParagraphVersion = next;
            return db.AddWordsAsync(stepId, Prose.Words(text) - Prose.Words(before.Text));
        });
        if (step.ParagraphVersion == before.Version)
        {
            return new ParagraphSaved(result, step.StoryId, null);
        }

        return new ParagraphSaved(
            result with { ChangesWords = !Prose.HasSameWords(before.Text, text) }, step.StoryId, await EditedEntry.FollowAsync(db, step, before));
    }

    public static async Task<bool> FindFittingAsync(WritingDb db, Guid stepId, DateTimeOffset now)
    {
        var marks = await db.MarksOfAsync(stepId);
        marks.FoundFittingAt = now;

        return true;
    }

    public static async Task<SettingsSave> SaveSettingsAsync(WritingDb db, Guid storyId, StorySettings before, StorySettings wanted, DateTimeOffset now)
    {
        var story = await db.Stories.SingleOrDefaultAsync(row => row.Id == storyId && row.DeletedAt == null)
            ?? throw new InvalidOperationException($"There is no story {storyId}.");
        var result = SettingsMerge.Of(before, wanted, story.Settings);
        TextLimit.Check(result.Current);
        if (story.Settings != result.Current)
        {
            story.Settings = result.Current;
            story.ChangedAt = now;
        }

        return result;
    }

    private static async Task<SaveResult> SaveAsync(
        WritingDb db, StepRow step, (string Text, int Version) current, (string Text, int Version) wanted, DateTimeOffset now, Func<int, Task> change)
    {
        // The same text in two tabs is no conflict.
        if (current.Text == wanted.Text)
        {
            return new SaveResult(Saved: true, current.Version, current.Text);
        }

        if (current.Version != wanted.Version)
        {
            return new SaveResult(Saved: false, current.Version, current.Text);
        }

        var version = step.NextVersion();
        await change(version);
        await TouchAsync(db, step.StoryId, now);

        return new SaveResult(Saved: true, version, wanted.Text);
    }

    private static async Task<StepRow> FindAsync(WritingDb db, Guid stepId) =>
        await db.Steps.SingleOrDefaultAsync(step => step.Id == stepId) ?? throw new InvalidOperationException($"There is no step {stepId}.");

    private static async Task<PlanRow> FindPlanAsync(WritingDb db, Guid stepId, int number) =>
        await db.OfferedPlans(stepId).SingleOrDefaultAsync(row => row.Number == number) ?? throw new InvalidOperationException($"Step {stepId} offers no plan {number}.");

    private static async Task TouchAsync(WritingDb db, Guid storyId, DateTimeOffset now)
    {
        var story = await db.Stories.SingleAsync(row => row.Id == storyId);
        story.ChangedAt = now;
    }
}
