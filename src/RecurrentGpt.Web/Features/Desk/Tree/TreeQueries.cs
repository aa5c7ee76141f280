using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Tree;

internal static class TreeQueries
{
    /// <summary>The nodes of a story in the order of their making. Only short columns are read, so that no page of a long text is touched.</summary>
    public static IQueryable<TreeNode> Nodes(this WritingDb db, Guid storyId) =>
        from step in db.Steps
        where step.StoryId == storyId
        join run in db.Runs on step.RunId equals run.Id
        join mark in db.StepMarks on step.Id equals mark.StepId into marks
        from mark in marks.DefaultIfEmpty()
        orderby run.Number, step.Number
        select new TreeNode(step.Id, step.ParentId, step.Number, step.PathWords, step.PlanSource, step.WrittenAt)
        {
            IsLocked = mark != null && mark.IsLocked,
            HasNote = mark != null && mark.Note != "",
            Chapter = mark == null ? "" : mark.Chapter,
            BranchName = mark == null ? "" : mark.BranchName,
        };

    /// <summary>The last step that was left or written under one: where redo would lead from it, and from there on the latest child. Itself when it has none.</summary>
    public static async Task<Guid> LatestUnderAsync(this WritingDb db, Guid stepId)
    {
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            WITH RECURSIVE way (StepId, NextStepId, Number) AS (
                SELECT Id, NextStepId, Number FROM Steps WHERE Id = {stepId}
                UNION ALL
                SELECT Steps.Id, Steps.NextStepId, Steps.Number FROM way JOIN Steps ON Steps.Id = COALESCE(way.NextStepId, (
                    SELECT child.Id FROM Steps AS child JOIN Runs ON Runs.Id = child.RunId WHERE child.ParentId = way.StepId ORDER BY Runs.Number DESC LIMIT 1)))
            SELECT StepId AS Value FROM way ORDER BY Number DESC LIMIT 1
            """).ToListAsync();

        return ids is [var latest] ? latest : stepId;
    }
}
