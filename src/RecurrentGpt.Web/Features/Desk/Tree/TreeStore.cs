using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Reads the whole tree of a story without a paragraph, and the words of a step when they are asked for.</summary>
public sealed class TreeStore(IDbContextFactory<WritingDb> readers)
{
    private const int FirstLines = 600;

    /// <summary>Null when the story does not exist or is deleted.</summary>
    public async Task<StoryTree?> ReadAsync(Guid storyId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        var story = await db.Stories.Where(row => row.Id == storyId && row.DeletedAt == null).Select(row => new { row.HeadId }).SingleOrDefaultAsync(cancellationToken);

        return story is null ? null : new StoryTree(await db.Nodes(storyId).ToListAsync(cancellationToken), story.HeadId);
    }

    /// <summary>Null when there is no such step.</summary>
    public async Task<TreeStep?> ReadStepAsync(Guid stepId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        var steps =
            from step in db.Steps
            where step.Id == stepId
            join mark in db.StepMarks on step.Id equals mark.StepId into marks
            from mark in marks.DefaultIfEmpty()
            select new TreeStep(
                step.Id,
                new Plan(step.PlanText, step.PlanSource),
                step.Paragraph.Substring(0, FirstLines),
                step.Paragraph.Length > FirstLines,
                step.Model,
                mark == null ? "" : mark.Note)
            {
                Turn = step.Turn,
            };

        return await steps.SingleOrDefaultAsync(cancellationToken);
    }
}
