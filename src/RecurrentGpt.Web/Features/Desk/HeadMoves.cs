using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>Undo, redo and going to any step: the head moves, and no step is ever changed or lost.</summary>
internal static class HeadMoves
{
    // The opening was written as one piece and is undone by writing another story.
    public static bool CanUndo(Step? head) => head is { ParentId: not null, Plan.Source: not PlanSource.Opening };

    public static Task<bool> UndoAsync(WritingDb db, Guid storyId, DateTimeOffset now) => MoveAsync(db, storyId, now, async head =>
    {
        if (head.ParentId is null || head.PlanSource == PlanSource.Opening)
        {
            return null;
        }

        var parent = await db.Steps.SingleAsync(step => step.Id == head.ParentId);
        parent.NextStepId = head.Id;

        return parent.Id;
    });

    public static Task<bool> RedoAsync(WritingDb db, Guid storyId, DateTimeOffset now) =>
        MoveAsync(db, storyId, now, head => Task.FromResult(head.NextStepId));

    /// <summary>Goes to any step that a story can stand on. The way back is remembered: redo leads along the path that was left, as far as it is the same.</summary>
    public static Task<bool> GoAsync(WritingDb db, Guid storyId, Guid stepId, DateTimeOffset now) => MoveAsync(db, storyId, now, async head =>
    {
        if (stepId == head.Id || !await CanStandOnAsync(db, storyId, stepId))
        {
            return null;
        }

        await db.RememberWayAsync(head.Id);
        await db.RememberWayAsync(stepId);
        return stepId;
    });

    // Memory and plans of an opening belong to its last paragraph.
    private static Task<bool> CanStandOnAsync(WritingDb db, Guid storyId, Guid stepId) => db.Steps.AnyAsync(step => step.Id == stepId && step.StoryId == storyId
        && !db.Steps.Any(child => child.ParentId == stepId && child.PlanSource == PlanSource.Opening));

    private static async Task<bool> MoveAsync(WritingDb db, Guid storyId, DateTimeOffset now, Func<StepRow, Task<Guid?>> findTarget)
    {
        var story = await db.Stories.SingleOrDefaultAsync(row => row.Id == storyId && row.DeletedAt == null);
        if (story?.HeadId is not { } headId || await db.IsBeingWrittenAsync(storyId))
        {
            return false;
        }

        var head = await db.Steps.SingleAsync(step => step.Id == headId);
        if (await findTarget(head) is not { } target)
        {
            return false;
        }

        story.HeadId = target;
        story.ChangedAt = now;
        return true;
    }
}
