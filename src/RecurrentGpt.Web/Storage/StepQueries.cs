using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

internal static class StepQueries
{
    public static async Task<Step?> FindStepAsync(this WritingDb db, Guid stepId, CancellationToken cancellationToken)
    {
        var row = await db.Steps.AsNoTracking().SingleOrDefaultAsync(step => step.Id == stepId, cancellationToken);
        if (row is null)
        {
            return null;
        }

        var summary = await db.MemoryEntries.Where(entry => entry.StepId == stepId).Select(entry => entry.Summary).SingleAsync(cancellationToken);
        var plans = await db.OfferedPlans(stepId).AsNoTracking().ToListAsync(cancellationToken);

        var marks = await db.StepMarks.AsNoTracking().SingleOrDefaultAsync(mark => mark.StepId == stepId, cancellationToken);

        return row.ToStep(summary, plans, marks);
    }

    /// <summary>The marks of a step, for changing them; made when it has none yet.</summary>
    public static async Task<StepMarkRow> MarksOfAsync(this WritingDb db, Guid stepId)
    {
        var marks = await db.StepMarks.SingleOrDefaultAsync(row => row.StepId == stepId);
        return marks ?? db.StepMarks.Add(new StepMarkRow { StepId = stepId }).Entity;
    }

    /// <summary>The steps on the path to one, itself included, in no order.</summary>
    public static IQueryable<StepRow> PathTo(this WritingDb db, Guid stepId) => db.Steps.FromSql(
        $"""
        WITH RECURSIVE path (StepId, ParentId) AS (
            SELECT Id, ParentId FROM Steps WHERE Id = {stepId}
            UNION ALL
            SELECT Steps.Id, Steps.ParentId FROM path JOIN Steps ON Steps.Id = path.ParentId)
        SELECT Steps.* FROM path JOIN Steps ON Steps.Id = path.StepId
        """);

    /// <summary>Makes redo lead from the beginning along the path to a step.</summary>
    public static Task<int> RememberWayAsync(this WritingDb db, Guid stepId) => db.Database.ExecuteSqlAsync(
        $"""
        WITH RECURSIVE way (StepId, ParentId) AS (
            SELECT Id, ParentId FROM Steps WHERE Id = {stepId}
            UNION ALL
            SELECT Steps.Id, Steps.ParentId FROM way JOIN Steps ON Steps.Id = way.ParentId)
        UPDATE Steps SET NextStepId = way.StepId FROM way WHERE Steps.Id = way.ParentId AND Steps.NextStepId IS NOT way.StepId
        """);

    /// <summary>The newest set of a step's plans.</summary>
    public static IQueryable<PlanRow> OfferedPlans(this WritingDb db, Guid stepId) =>
        from plan in db.Plans
        where plan.StepId == stepId && plan.Set == db.Plans.Where(other => other.StepId == stepId).Max(other => other.Set)
        select plan;

    public static Task<bool> IsBeingWrittenAsync(this WritingDb db, Guid storyId) =>
        db.Runs.AnyAsync(run => run.StoryId == storyId && run.State == RunState.Running);
}
