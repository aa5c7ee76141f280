using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library.Sample;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Library.Sample;

public sealed class SampleStoryTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Add_EmptyShelf_PutsAFinishedStoryOnIt()
    {
        var id = await new SampleStory(_database.Library, _database.Store).AddAsync(CancellationToken.None);

        var listing = Assert.Single(await _database.Library.ListAsync());
        Assert.Equal((id, "Short Weight", 8), (listing.Id, listing.Title, listing.Paragraphs));
        Assert.True(listing.Words > 1_000, $"{listing.Words} words");
    }

    [Fact]
    public async Task Add_EveryStepAfterTheOpening_HasAllThatTheDeskShows()
    {
        var steps = await ReadPathAsync();

        Assert.All(steps.Skip(3), step =>
        {
            Assert.NotEmpty(step.Paragraph);
            Assert.NotEmpty(step.Summary);
            Assert.NotEmpty(step.Rationale);
            Assert.InRange(Prose.Sentences(step.ShortTermMemory).Count, 10, 20);
            Assert.Equal(3, step.Plans.Select(plan => plan.Text).Distinct().Count());
            Assert.NotEmpty(step.Plan.Text);
            Assert.NotEmpty(step.Recalled);
            Assert.All(step.Recalled, entry => Assert.InRange(entry.Score ?? -1, 0, 1));
        });
    }

    [Fact]
    public async Task Add_PlansPicked_AreThoseOfTheStepBefore()
    {
        var steps = await ReadPathAsync();

        var picked = steps.Skip(1).Zip(steps).Where(pair => pair.First.Plan.Source == PlanSource.Picked).ToList();
        Assert.NotEmpty(picked);
        Assert.All(picked, pair => Assert.Contains(pair.First.Plan.Text, pair.Second.Plans.Select(plan => plan.Text)));
    }

    [Fact]
    public async Task Add_EveryStepAfterTheOpening_KnowsTheMemoryThatItWasGiven()
    {
        var steps = await ReadPathAsync();

        var pairs = steps.Skip(3).Zip(steps.Skip(2)).ToList();
        Assert.All(pairs, pair => Assert.Equal(pair.Second.ShortTermMemory, pair.First.SentMemory));
        Assert.All(pairs, pair => Assert.NotEmpty(pair.First.SentMemory));
    }

    [Fact]
    public async Task Add_Steps_ShowEveryWayToChooseAPlan()
    {
        var steps = await ReadPathAsync();

        Assert.Superset(
            new HashSet<PlanSource> { PlanSource.Opening, PlanSource.Picked, PlanSource.Edited, PlanSource.Own },
            steps.Select(step => step.Plan.Source).ToHashSet());
    }

    [Fact]
    public async Task Add_StorageFailsHalfWay_LeavesNothingOnTheShelf()
    {
        var store = new FailingStore(_database.Store, commits: 3);

        await Assert.ThrowsAsync<IOException>(() => new SampleStory(_database.Library, store).AddAsync(CancellationToken.None));

        Assert.Empty(await _database.Library.ListAsync());
    }

    private async Task<IReadOnlyList<Step>> ReadPathAsync()
    {
        var id = await new SampleStory(_database.Library, _database.Store).AddAsync(CancellationToken.None);
        var story = await _database.Store.FindStoryAsync(id, CancellationToken.None);
        var path = new List<Step>();
        for (var next = story?.HeadId; next is { } stepId;)
        {
            var step = await _database.Store.FindStepAsync(stepId, CancellationToken.None);
            path.Add(Assert.IsType<Step>(step));
            next = step!.ParentId;
        }

        path.Reverse();
        return path;
    }

    /// <summary>The real store, until the disk is full.</summary>
    private sealed class FailingStore(IStoryStore store, int commits) : IStoryStore
    {
        private int _left = commits;

        public Task<Committed> CommitAsync(Guid runId, StoryChange change, CancellationToken cancellationToken) =>
            _left-- > 0 ? store.CommitAsync(runId, change, cancellationToken) : throw new IOException("The disk is full.");

        public Task<Run?> ClaimAsync(Guid runId, RunRequest request, CancellationToken cancellationToken) => store.ClaimAsync(runId, request, cancellationToken);

        public Task<Story?> FindStoryAsync(Guid storyId, CancellationToken cancellationToken) => store.FindStoryAsync(storyId, cancellationToken);

        public Task<Step?> FindStepAsync(Guid stepId, CancellationToken cancellationToken) => store.FindStepAsync(stepId, cancellationToken);

        public Task<IReadOnlyList<MemoryEntry>> ReadEntriesAsync(Guid storyId, CancellationToken cancellationToken) => store.ReadEntriesAsync(storyId, cancellationToken);

        public Task<IReadOnlyList<PastPick>> ReadPicksAsync(Guid headId, CancellationToken cancellationToken) => store.ReadPicksAsync(headId, cancellationToken);

        public Task<IReadOnlyList<StoryParagraph>> ReadParagraphsAsync(Guid storyId, CancellationToken cancellationToken) => store.ReadParagraphsAsync(storyId, cancellationToken);

        public Task SaveVectorsAsync(string embeddingModel, IReadOnlyList<EntryVector> vectors, CancellationToken cancellationToken) =>
            store.SaveVectorsAsync(embeddingModel, vectors, cancellationToken);

        public Task KeepPartialAsync(Guid runId, string partial, CancellationToken cancellationToken) => store.KeepPartialAsync(runId, partial, cancellationToken);

        public Task EndAsync(Guid runId, RunEnd end, CancellationToken cancellationToken) => store.EndAsync(runId, end, cancellationToken);
    }
}
