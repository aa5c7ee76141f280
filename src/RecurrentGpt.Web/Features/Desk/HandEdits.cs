using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>Edits by hand. Each names the version that it changes; when another tab was first, nothing is changed and its text comes back.</summary>
internal static class HandEdits
{
    public static async Task<SaveResult> SaveMemoryAsync(WritingDb db, Guid stepId, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        if (Settled(step.ShortTermMemory, text, step.MemoryVersion, version) is { } settled)
        {
            return settled;
        }

        step.ShortTermMemory = text;
        step.MemoryVersion = step.NextVersion();
        await TouchAsync(db, step.StoryId, now);

        return new SaveResult(Saved: true, step.MemoryVersion, text);
    }

    public static async Task<SaveResult> SaveOwnPlanAsync(WritingDb db, Guid stepId, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        if (Settled(step.OwnPlan, text, step.PlansVersion, version) is { } settled)
        {
            return settled;
        }

        step.OwnPlan = text;
        step.PlansVersion = step.NextVersion();
        await TouchAsync(db, step.StoryId, now);

        return new SaveResult(Saved: true, step.PlansVersion, text);
    }

    public static async Task<SaveResult> SavePlanAsync(WritingDb db, Guid stepId, int number, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        var plan = await db.OfferedPlans(stepId).SingleOrDefaultAsync(row => row.Number == number)
            ?? throw new InvalidOperationException($"Step {stepId} offers no plan {number}.");
        if (Settled(plan.Text, text, step.PlansVersion, version) is { } settled)
        {
            return settled;
        }

        plan.Text = text;
        step.PlansVersion = step.NextVersion();
        await TouchAsync(db, step.StoryId, now);

        return new SaveResult(Saved: true, step.PlansVersion, text);
    }

    public static async Task<SaveResult> SaveParagraphAsync(WritingDb db, Guid stepId, string text, int version, DateTimeOffset now)
    {
        var step = await FindAsync(db, stepId);
        if (Settled(step.Paragraph, text, step.ParagraphVersion, version) is { } settled)
        {
            return settled;
        }

        db.Revisions.Add(new RevisionRow { StepId = stepId, Version = step.ParagraphVersion, Text = step.Paragraph, ReplacedAt = now });
        var words = Prose.Words(text) - Prose.Words(step.Paragraph);
        step.Paragraph = text;
        step.IsEdited = true;
        step.ParagraphVersion = step.NextVersion();
        await AddWordsAsync(db, stepId, words);
        await TouchAsync(db, step.StoryId, now);

        return new SaveResult(Saved: true, step.ParagraphVersion, text);
    }

    public static async Task<bool> SaveSettingsAsync(WritingDb db, Guid storyId, StorySettings settings, DateTimeOffset now)
    {
        var story = await db.Stories.SingleOrDefaultAsync(row => row.Id == storyId && row.DeletedAt == null)
            ?? throw new InvalidOperationException($"There is no story {storyId}.");
        story.Settings = settings;
        story.ChangedAt = now;

        return true;
    }

    // The same text in two tabs is no conflict.
    private static SaveResult? Settled(string current, string text, int currentVersion, int version)
    {
        if (current == text)
        {
            return new SaveResult(Saved: true, currentVersion, current);
        }

        return currentVersion == version ? null : new SaveResult(Saved: false, currentVersion, current);
    }

    private static async Task<StepRow> FindAsync(WritingDb db, Guid stepId) =>
        await db.Steps.SingleOrDefaultAsync(step => step.Id == stepId) ?? throw new InvalidOperationException($"There is no step {stepId}.");

    private static async Task TouchAsync(WritingDb db, Guid storyId, DateTimeOffset now)
    {
        var story = await db.Stories.SingleAsync(row => row.Id == storyId);
        story.ChangedAt = now;
    }

    // The step and all that was written after it, on every branch, count the words of the path to them.
    private static Task<int> AddWordsAsync(WritingDb db, Guid stepId, int words) => db.Database.ExecuteSqlAsync(
        $"""
        WITH RECURSIVE later (StepId) AS (
            SELECT {stepId}
            UNION ALL
            SELECT Steps.Id FROM later JOIN Steps ON Steps.ParentId = later.StepId)
        UPDATE Steps SET PathWords = PathWords + {words} WHERE Id IN (SELECT StepId FROM later)
        """);
}
