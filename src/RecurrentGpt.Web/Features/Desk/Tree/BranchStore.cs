using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Names branches, and turns from one version of a paragraph to another.</summary>
public sealed class BranchStore(OwnWrites writes, TimeProvider clock)
{
    /// <summary>Names the branch that begins with a step; an empty name brings back the usual one.</summary>
    /// <exception cref="ArgumentException">The name is longer than <see cref="StoryLimits.Title"/>.</exception>
    /// <exception cref="InvalidOperationException">No branch begins with the step.</exception>
    public Task<BranchNamed> NameAsync(Guid stepId, BranchRename change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var trimmed = change.Name.Trim();
        TextLimit.Check(trimmed, StoryLimits.Title, nameof(StoryLimits.Title));

        return writes.WriteAsync(db => NameAsync(db, stepId, change.Before, trimmed), cancellationToken);
    }

    /// <summary>Has the story stand on what was left last under a step. False when it stands there already, or is being written.</summary>
    public Task<bool> TurnAsync(Guid storyId, Guid stepId, CancellationToken cancellationToken = default) => writes.WriteAsync(
        async db => await HeadMoves.GoAsync(db, storyId, await db.LatestUnderAsync(stepId), clock.GetUtcNow()), cancellationToken);

    private async Task<BranchNamed> NameAsync(WritingDb db, Guid stepId, string before, string name)
    {
        var step = await db.Steps.Where(row => row.Id == stepId).Select(row => new { row.StoryId, row.ParentId }).SingleOrDefaultAsync();
        if (step is null || (step.ParentId is { } parentId && await FirstChildAsync(db, parentId) == stepId))
        {
            throw new InvalidOperationException($"No branch begins with step {stepId}.");
        }

        var marks = await db.MarksOfAsync(stepId);
        if (marks.BranchName != before && marks.BranchName != name)
        {
            return new BranchNamed(Saved: false, marks.BranchName);
        }

        if (marks.BranchName != name)
        {
            marks.BranchName = name;
            (await db.Stories.SingleAsync(row => row.Id == step.StoryId)).ChangedAt = clock.GetUtcNow();
        }

        return new BranchNamed(Saved: true, name);
    }

    private static Task<Guid> FirstChildAsync(WritingDb db, Guid parentId) => (
        from child in db.Steps
        where child.ParentId == parentId
        join run in db.Runs on child.RunId equals run.Id
        orderby run.Number
        select child.Id).FirstAsync();
}
