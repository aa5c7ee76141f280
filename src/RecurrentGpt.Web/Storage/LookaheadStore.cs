using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Stores branches that were written ahead, and counts what was.</summary>
internal sealed class LookaheadStore(IDbContextFactory<WritingDb> readers, DataFolder folder, OwnWrites writes, TimeProvider clock) : ILookaheadStore
{
    public Task<Committed> AddBranchAsync(Guid runId, RunRequest request, StoryChange change, CancellationToken cancellationToken) => writes.WriteAsync(
        async db => await StoryCommit.StoreBranchAsync(db, await RunClaim.ToBranchAsync(db, runId, request, clock.GetUtcNow()), change, clock.GetUtcNow()),
        cancellationToken);

    public Task AddSpentAsync(Guid storyId, AheadSpent spent, CancellationToken cancellationToken) => writes.WriteAsync(
        async db =>
        {
            // A story that is gone has nothing left to count.
            if (!await db.Stories.AnyAsync(story => story.Id == storyId))
            {
                return false;
            }

            var row = await db.Ahead.SingleOrDefaultAsync(row => row.StoryId == storyId && row.Model == spent.Model)
                ?? db.Ahead.Add(new AheadRow { StoryId = storyId, Model = spent.Model }).Entity;
            row.Add(spent);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<AheadSpent>> ReadSpentAsync(Guid storyId, CancellationToken cancellationToken) => readers.ReadAsync<IReadOnlyList<AheadSpent>>(
        folder,
        async db => [.. (await db.Ahead.Where(row => row.StoryId == storyId).OrderBy(row => row.Model).ToListAsync(cancellationToken)).Select(row => row.ToSpent())],
        cancellationToken);
}
