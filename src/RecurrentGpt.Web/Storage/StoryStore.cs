using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Stores what runs write.</summary>
internal sealed class StoryStore(IDbContextFactory<WritingDb> readers, DataFolder folder, OwnWrites writes, TimeProvider clock) : IStoryStore
{
    public Task<Story?> FindStoryAsync(Guid storyId, CancellationToken cancellationToken) => ReadAsync(
        async db => (await db.Stories.SingleOrDefaultAsync(story => story.Id == storyId && story.DeletedAt == null, cancellationToken))?.ToStory(),
        cancellationToken);

    public Task<Step?> FindStepAsync(Guid stepId, CancellationToken cancellationToken) => ReadAsync(
        async db =>
        {
            await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
            return await db.FindStepAsync(stepId, cancellationToken);
        },
        cancellationToken);

    public Task<IReadOnlyList<MemoryEntry>> ReadEntriesAsync(Guid storyId, CancellationToken cancellationToken) =>
        ReadWholeAsync(storyId, db => StoredEntries.ReadAsync(db, readers, storyId, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<PastPick>> ReadPicksAsync(Guid headId, CancellationToken cancellationToken) => ReadAsync(
        async db =>
        {
            await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
            return await Picks.ReadAsync(db, headId, cancellationToken);
        },
        cancellationToken);

    public Task<IReadOnlyList<StoryParagraph>> ReadParagraphsAsync(Guid storyId, CancellationToken cancellationToken) => ReadWholeAsync<StoryParagraph>(
        storyId,
        async db =>
        {
            var paragraphs =
                from step in db.Steps.IgnoreQueryFilters()
                where step.StoryId == storyId
                orderby step.Number
                select new StoryParagraph(step.Id, step.ParentId, step.Number, step.ParagraphVersion, step.Paragraph);
            return await paragraphs.ToListAsync(cancellationToken);
        },
        cancellationToken);

    public Task SaveVectorsAsync(string embeddingModel, IReadOnlyList<EntryVector> vectors, CancellationToken cancellationToken) =>
        writes.WriteAsync(db => EntryVectors.SaveAsync(db, embeddingModel, vectors), cancellationToken);

    public Task<Run?> ClaimAsync(Guid runId, RunRequest request, CancellationToken cancellationToken) =>
        writes.WriteAsync(db => RunClaim.TakeAsync(db, runId, request, clock.GetUtcNow()), cancellationToken);

    public Task KeepPartialAsync(Guid runId, string partial, CancellationToken cancellationToken) =>
        writes.WriteAsync(
            db => db.Runs
                .Where(run => run.Id == runId && run.State == RunState.Running)
                .ExecuteUpdateAsync(run => run.SetProperty(row => row.Partial, partial)),
            cancellationToken);

    public Task<Committed> CommitAsync(Guid runId, StoryChange change, CancellationToken cancellationToken) =>
        writes.WriteAsync(db => StoryCommit.StoreAsync(db, runId, change, clock.GetUtcNow()), cancellationToken);

    public Task EndAsync(Guid runId, RunEnd end, CancellationToken cancellationToken)
    {
        if (end.State is RunState.Running or RunState.Done)
        {
            throw new ArgumentOutOfRangeException(nameof(end), end.State, "A run ends without a step as stopped, failed or interrupted.");
        }

        return writes.WriteAsync(db => EndAsync(db, runId, run =>
        {
            run.State = end.State;
            run.Partial = end.Partial;
            run.Arrived = end.Arrived;
            run.FailureKind = end.Failure?.Kind;
            run.FailureDetail = end.Failure?.Detail;
            run.RetryAfter = end.Failure?.RetryAfter;
            db.Exchanges.AddRange(end.Exchanges.Select((exchange, index) => ExchangeRow.Of(runId, index, exchange)));
        }), cancellationToken);
    }

    private Task<T> ReadAsync<T>(Func<WritingDb, Task<T>> read, CancellationToken cancellationToken) => readers.ReadAsync(folder, read, cancellationToken);

    // Whose story it is is asked once, and not for each of thousands of rows.
    private Task<IReadOnlyList<T>> ReadWholeAsync<T>(Guid storyId, Func<WritingDb, Task<IReadOnlyList<T>>> read, CancellationToken cancellationToken) => ReadAsync(
        async db => await db.Stories.AnyAsync(story => story.Id == storyId, cancellationToken) ? await read(db) : [],
        cancellationToken);

    // A run that has ended stays as it ended: a stop may come just after the commit.
    private async Task<bool> EndAsync(WritingDb db, Guid runId, Action<RunRow> end)
    {
        var run = await db.Runs.SingleOrDefaultAsync(row => row.Id == runId && row.State == RunState.Running);
        if (run is null)
        {
            return false;
        }

        end(run);
        run.EndedAt = clock.GetUtcNow();
        return true;
    }
}
