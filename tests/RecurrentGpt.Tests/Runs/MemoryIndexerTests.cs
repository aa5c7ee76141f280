using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

public sealed class MemoryIndexerTests : IAsyncDisposable
{
    private static readonly StepFailure Down = new(FailureKind.Unreachable);
    private static readonly StepFailure Refused = new(FailureKind.Rejected, "too odd");

    private readonly FakeClock _clock = new();
    private readonly MemoryShelf _shelf = new();
    private readonly ShelfStore _store = new(new ScriptedChat());
    private readonly MemoryIndexer _indexer;

    public MemoryIndexerTests() => _indexer = Samples.Indexer(_store, _store, _shelf, _clock);

    private Guid StoryId => _store.Story.Id;

    private ScriptedEmbedder Embedder => (ScriptedEmbedder)_store.Models.Embedder;

    public async ValueTask DisposeAsync() => await _indexer.DisposeAsync();

    [Fact]
    public async Task Begin_EntriesWithoutAVector_FillsThemInStoredAndOpen()
    {
        Add("A rope.", "A knot.");
        var memory = await OpenAsync();

        _indexer.Begin(StoryId);
        await UntilAsync(AllStored);

        Assert.Equal([["A knot.", "A rope."]], Embedder.Requests);
        Assert.Empty(memory.ToIndex());
        Assert.Null(_indexer.Find(StoryId));
    }

    [Fact]
    public async Task Begin_NothingMissing_SendsNothing()
    {
        _indexer.Begin(StoryId);
        Add("A rope.");
        _shelf.Close(StoryId);
        _indexer.Begin(StoryId);
        await UntilAsync(AllStored);

        Assert.Equal([["A rope."]], Embedder.Requests);
    }

    [Fact]
    public async Task Begin_FortyEntries_GoInBatchesLatestFirstAndTellHowFar()
    {
        Add([.. Enumerable.Range(1, 40).Select(number => $"Entry {number}.")]);
        var seen = new List<IndexingState?>();
        Embedder.Before = (_, _) =>
        {
            seen.Add(_indexer.Find(StoryId));
            return Task.CompletedTask;
        };

        _indexer.Begin(StoryId);
        await UntilAsync(AllStored);

        Assert.Equal([32, 8], Embedder.Requests.Select(texts => texts.Count));
        Assert.Equal("Entry 40.", Embedder.Requests[0][0]);
        Assert.Equal([new IndexingState(1, 41), new IndexingState(33, 41)], seen);
    }

    [Fact]
    public async Task Begin_WhileItGoesOn_BeginsNoSecondAndMissesNothing()
    {
        Add("A rope.");
        await OpenAsync();
        var answer = Hold();
        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is not null);
        Add("A knot.");
        _shelf.Change(StoryId, memory => memory.Put(_store.Entries[^1]));

        _indexer.Begin(StoryId);
        answer.SetResult();
        await UntilAsync(AllStored);

        Assert.Equal([["A rope."], ["A knot."]], Embedder.Requests);
    }

    [Fact]
    public async Task Begin_ServerIsDown_WaitsAndGoesOnWhenItIsBack()
    {
        Add("A rope.");
        Embedder.Failure = Down;
        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is { NextTry: not null });
        var waiting = _indexer.Find(StoryId)!;
        Embedder.Failure = null;

        _clock.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(AllStored);

        Assert.Equal((1, 2, Down), (waiting.Done, waiting.Total, waiting.Failure));
        Assert.InRange(waiting.NextTry!.Value - _clock.GetUtcNow(), TimeSpan.FromMinutes(-1), TimeSpan.FromSeconds(-30));
        Assert.Equal(2, Embedder.Requests.Count);
    }

    [Fact]
    public async Task Begin_ServerStaysDown_RestsAfterFiveTriesUntilBegunAgain()
    {
        Add("A rope.");
        Embedder.Failure = Down;
        _indexer.Begin(StoryId);
        await RunOutOfPatienceAsync();
        var tries = Embedder.Requests.Count;
        Embedder.Failure = null;

        _indexer.Begin(StoryId);
        await UntilAsync(AllStored);

        Assert.Equal((5, 6), (tries, Embedder.Requests.Count));
    }

    [Fact]
    public async Task Begin_KeyIsRefused_RestsAtOnce()
    {
        Add("A rope.");
        Embedder.Failure = new StepFailure(FailureKind.Unauthorized);

        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is { IsResting: true });

        Assert.Single(Embedder.Requests);
    }

    [Fact]
    public async Task TryNow_WhileItWaits_WaitsNoLonger()
    {
        Add("A rope.");
        Embedder.Failure = Down;
        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is { NextTry: not null });
        Embedder.Failure = null;

        _indexer.TryNow(StoryId);
        await UntilAsync(AllStored);

        Assert.Equal(2, Embedder.Requests.Count);
    }

    [Fact]
    public async Task Begin_OneTextIsRefused_IndexesTheOthersAndNamesWhy()
    {
        Add("One.", "Two.", "Odd.", "Four.", "Five.");
        Refuse("Odd.");

        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is { IsResting: true });

        Assert.Equal("Odd.", Assert.Single(_store.Entries, entry => entry.Vector is null).Text);
        Assert.Equal((5, 6, Refused), (_indexer.Find(StoryId)!.Done, _indexer.Find(StoryId)!.Total, _indexer.Find(StoryId)!.Failure));
    }

    [Fact]
    public async Task Begin_TextRefusedThreeTimes_AsksForItOnlyWhenTheAuthorDoes()
    {
        Add("Odd.");
        Refuse("Odd.");
        for (var round = 0; round < 5; round++)
        {
            await AddAndIndexAsync($"New {round}.");
        }

        var asked = Embedder.Requests.Count(texts => texts.Contains("Odd.") && texts.Count == 1);
        Embedder.Before = null;
        _indexer.TryNow(StoryId);
        await UntilAsync(AllStored);

        Assert.Equal(3, asked);
        Assert.Equal([["New 3."], ["New 4."], ["Odd."]], Embedder.Requests.TakeLast(3));
    }

    [Fact]
    public async Task Begin_EveryTextIsRefused_GivesUpAfterThree()
    {
        Add([.. Enumerable.Range(1, 32).Select(number => $"Entry {number}.")]);
        Embedder.Failure = Refused;

        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is { IsResting: true });

        Assert.InRange(Embedder.Requests.Count, 6, 12);
        Assert.Equal(3, Embedder.Requests.Count(texts => texts.Count == 1));
    }

    [Fact]
    public async Task Begin_EntryIsEditedMeanwhile_KeepsTheEditAndEmbedsItsText()
    {
        Add("A rope.");
        var memory = await OpenAsync();
        var answer = Hold();
        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is not null);
        var edited = _store.Entries[^1] with { Text = "A chain.", Version = 1 };
        _store.Entries = _store.Entries.SetItem(1, edited);
        memory.Put(edited);
        answer.SetResult();
        await UntilAsync(AllStored);

        Assert.Equal([["A rope."], ["A chain."]], Embedder.Requests);
        Assert.Equal(ScriptedEmbedder.Embed("A chain."), _store.Entries[^1].Vector!.Value.ToArray());
        Assert.Equal(("A chain.", 1), (memory.Path(edited.StepId)[^1].Text, memory.Path(edited.StepId)[^1].Version));
    }

    [Fact]
    public async Task Begin_AnotherModelWasChosen_EmbedsAllAnew()
    {
        Add("A rope.");
        _indexer.Begin(StoryId);
        await UntilAsync(AllStored);
        _store.Models = _store.Models with { EmbeddingModel = "other" };

        _indexer.Begin(StoryId);
        await UntilAsync(() => _store.Entries.All(entry => entry.EmbeddingModel == "other"));

        Assert.Equal(2, Embedder.Requests[^1].Count);
        Assert.Equal("other", _shelf.Find(StoryId)!.EmbeddingModel);
        Assert.Empty(_shelf.Find(StoryId)!.ToIndex());
    }

    [Fact]
    public async Task Begin_OpenMemoryKnowsLessThanIsStored_TakesWhatIsStored()
    {
        Add("A rope.", "A knot.");
        var memory = await OpenAsync();
        _store.Entries = _store.Entries.SetItem(1, _store.Entries[1] with { Vector = ScriptedEmbedder.Embed("A rope."), EmbeddingModel = "letters" });

        _indexer.Begin(StoryId);
        await UntilAsync(AllStored);

        Assert.Equal([["A knot."]], Embedder.Requests);
        Assert.Empty(memory.ToIndex());
    }

    [Fact]
    public async Task DisposeAsync_WhileItWaits_EndsItAndBeginsNoMore()
    {
        Add("A rope.");
        Embedder.Failure = Down;
        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is { NextTry: not null });

        await _indexer.DisposeAsync();
        _indexer.Begin(StoryId);

        Assert.Single(Embedder.Requests);
    }

    [Fact]
    public async Task DisposeAsync_InTheMiddleOfARequest_StopsIt()
    {
        Add("A rope.");
        Hold();
        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is not null);

        await _indexer.DisposeAsync();

        Assert.Null(_store.Entries[^1].Vector);
    }

    private void Add(params string[] texts)
    {
        foreach (var text in texts)
        {
            var last = _store.Entries[^1];
            _store.Entries = _store.Entries.Add(Samples.Entry(last.Number + 1, text, last.StepId));
        }
    }

    private Task<LongTermMemory> OpenAsync() => _shelf.OpenAsync(StoryId, "letters", _store.ReadEntriesAsync, CancellationToken.None);

    private bool AllStored() => _store.Entries.All(entry => entry.Vector is not null) && _indexer.Find(StoryId) is null;

    // The first request is answered when the test says so; those after it at once.
    private TaskCompletionSource Hold()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Embedder.Before = (_, cancellationToken) => answer.Task.WaitAsync(cancellationToken);
        return answer;
    }

    private void Refuse(string text) =>
        Embedder.Before = (texts, _) => texts.Contains(text) ? throw new ModelException(Refused) : Task.CompletedTask;

    private async Task AddAndIndexAsync(string text)
    {
        Add(text);
        _shelf.Change(StoryId, memory => memory.Put(_store.Entries[^1]));
        _indexer.Begin(StoryId);
        await UntilStateAsync(state => state is { IsResting: true } && _store.Entries[^1].Vector is not null);
    }

    private async Task RunOutOfPatienceAsync()
    {
        for (var wait = 0; wait < 4; wait++)
        {
            // To the next try and not past it: a later one must not come within the same move of the clock.
            await UntilStateAsync(state => state?.NextTry > _clock.GetUtcNow());
            _clock.Advance(_indexer.Find(StoryId)!.NextTry!.Value - _clock.GetUtcNow());
        }

        await UntilStateAsync(state => state is { IsResting: true });
    }

    private Task UntilAsync(Func<bool> reached) => UntilStateAsync(_ => reached());

    private Task UntilStateAsync(Func<IndexingState?, bool> reached) => Watching.UntilAsync(_indexer, StoryId, reached);
}
