using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

public sealed class StoryRunnerTests : IAsyncDisposable
{
    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();
    private readonly ShelfStore _store;
    private readonly MemoryShelf _shelf = new();
    private readonly MemoryIndexer _indexer;
    private readonly StoryRunner _runner;

    public StoryRunnerTests()
    {
        _store = new ShelfStore(_chat);
        _indexer = Samples.Indexer(_store, _store, _shelf, _clock);
        _runner = Samples.Runner(_store, _store, _shelf, _indexer, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _indexer.DisposeAsync();
    }

    [Fact]
    public async Task StartAsync_WhenTheSummaryCannotBeEmbedded_StandsAndIsFilledInAfterwards()
    {
        _chat.Reply(Samples.StepReply);
        var embedder = (ScriptedEmbedder)_store.Models.Embedder;
        embedder.Failure = new StepFailure(FailureKind.Unreachable);

        var result = await (await StartAsync()).Completion;
        await Watching.UntilAsync(_indexer, _store.Story.Id, state => state is { NextTry: not null });
        embedder.Failure = null;
        _clock.Advance(TimeSpan.FromMinutes(1));
        await Watching.UntilAsync(_indexer, _store.Story.Id, state => state is null);

        Assert.Equal(RunState.Done, result.State);
        Assert.Equal([StepNotice.NotIndexed], result.Notices.Where(notice => notice == StepNotice.NotIndexed));
        Assert.Empty(_shelf.Find(_store.Story.Id)!.ToIndex());
    }

    [Fact]
    public async Task StartAsync_WhenNothingIsMissing_EmbedsThePlanAndTheSummariesAndNoMore()
    {
        _chat.Reply(Samples.StepReply).Reply(Samples.StepReply);

        await (await StartAsync()).Completion;
        await (await StartAsync()).Completion;

        Assert.Null(_indexer.Find(_store.Story.Id));
        const string Summary = "Mara pulls up the rope and finds her own knot at its end.";
        Assert.Equal([["Mara pulls the rope up."], [Summary], [Summary]], ((ScriptedEmbedder)_store.Models.Embedder).Requests);
    }

    [Fact]
    public async Task StartAsync_OfAStep_CommitsItOnceAndEnds()
    {
        _chat.Reply(Samples.StepReply);

        var run = await StartAsync();
        var result = await run.Completion;

        Assert.Equal(RunState.Done, result.State);
        Assert.Equal(_store.Committed!.Steps[0].Id, Assert.Single(result.Steps).Id);
        Assert.Null(_runner.Find(_store.Story.Id));
        Assert.Null(_store.Ended);
    }

    [Fact]
    public async Task StartAsync_WhileTheStoryIsBeingWritten_IsRefused()
    {
        var reply = _chat.Open();
        var run = await StartAsync();

        var second = await _runner.StartAsync(Request(), CancellationToken.None);

        Assert.Null(second);
        Assert.Same(run, _runner.Find(_store.Story.Id));
        reply.Complete();
        await run.Completion;
    }

    [Fact]
    public async Task StopAsync_InTheMiddle_LeavesTheStoryAndKeepsTheProse()
    {
        var reply = _chat.Open();
        var run = await StartAsync();
        await reply.WriteAsync("Output Paragraph:\nMara pulled the rope. It");
        await FirstAsync<StepEvent.ParagraphText>(run);

        var result = await run.StopAsync();

        Assert.Equal(RunState.Stopped, result.State);
        Assert.Null(_store.Committed);
        Assert.Equal(RunState.Stopped, _store.Ended!.State);
        Assert.StartsWith("Mara pulled the rope.", _store.Ended.Partial, StringComparison.Ordinal);
        Assert.Single(_store.Ended.Exchanges);
    }

    [Fact]
    public async Task StartAsync_WhenTheModelFails_EndsFailedWithItsReason()
    {
        _chat.Fail(new StepFailure(FailureKind.Unauthorized, "bad key"));

        var result = await (await StartAsync()).Completion;

        Assert.Equal((RunState.Failed, FailureKind.Unauthorized), (result.State, result.Failure!.Kind));
        Assert.Equal(FailureKind.Unauthorized, _store.Ended!.Failure!.Kind);
    }

    [Fact]
    public async Task StartAsync_WhenTheStepCannotBeStored_EndsFailedAndKeepsTheProse()
    {
        _store.CommitFails = new IOException("The disk is full.");
        _chat.Reply(Samples.StepReply);

        var result = await (await StartAsync()).Completion;

        Assert.Equal(FailureKind.NotStored, result.Failure!.Kind);
        Assert.StartsWith("Mara pulled the rope up", _store.Ended!.Partial, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_WhenAClientBreaks_EndsFailedAndFreesTheStory()
    {
        var result = await (await StartAsync()).Completion;

        Assert.Equal(FailureKind.Unexpected, result.Failure!.Kind);
        Assert.Null(_runner.Find(_store.Story.Id));
    }

    [Fact]
    public async Task WatchAsync_OfARunThatHasEnded_GivesAllOfItAgain()
    {
        _chat.Reply(Samples.StepReply);
        var run = await StartAsync();
        await run.Completion;

        var events = await WatchAsync(run);

        Assert.IsType<StepEvent.Recalled>(events[0]);
        Assert.IsType<StepEvent.Finished>(events[^1]);
    }

    [Fact]
    public async Task StartAsync_NothingMoreComes_KeepsAllThatHasComeWithinASecond()
    {
        var reply = _chat.Open();
        var run = await StartAsync();
        await reply.WriteAsync("Output Paragraph:\nMara pulled the rope. It came up light. Too light, she thought. Then");
        await FirstAsync<StepEvent.ParagraphText>(run);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.StartsWith("Mara pulled the rope.", await _store.FirstPartial.Task.WaitAsync(TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
        await run.StopAsync();
    }

    [Fact]
    public async Task StartAsync_IsDoneWithinTheSecond_KeepsNoPartial()
    {
        _chat.Reply(Samples.StepReply);
        await (await StartAsync()).Completion;

        _clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Empty(_store.Partials);
    }

    [Fact]
    public async Task StartAsync_ThePartialCannotBeKept_GoesOn()
    {
        _store.KeepFails = new IOException("The disk is full.");
        var reply = _chat.Open();
        var run = await StartAsync();
        await reply.WriteAsync(Samples.StepReply[..60]);
        await FirstAsync<StepEvent.ParagraphText>(run);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await reply.WriteAsync(Samples.StepReply[60..]);
        reply.Complete();

        Assert.Equal(RunState.Done, (await run.Completion).State);
    }

    [Fact]
    public async Task DisposeAsync_WithARunInTheMiddle_EndsItInterrupted()
    {
        _chat.Open();
        var run = await StartAsync();
        await FirstAsync<StepEvent.PromptReady>(run);

        await _runner.DisposeAsync();

        Assert.Equal(RunState.Interrupted, (await run.Completion).State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _runner.StartAsync(Request(), CancellationToken.None));
    }

    [Fact]
    public async Task StartAsync_OfNewPlans_ChangesThePlansAndNothingElse()
    {
        _chat.Reply("Instruction 1:\nOne.\n\nInstruction 2:\nTwo.\n\nInstruction 3:\nThree.");

        var run = await _runner.StartAsync(new RunRequest(_store.Story.Id, RunKind.NewPlans) { ParentId = _store.Head.Id }, CancellationToken.None);
        await run!.Completion;

        Assert.Equal(["One.", "Two.", "Three."], _store.Committed!.Plans!.Values);
        Assert.Empty(_store.Committed.Steps);
    }

    [Fact]
    public async Task StartAsync_FromAStepOfAnotherStory_IsRefused() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => _runner.StartAsync(Request() with { ParentId = Guid.NewGuid() }, CancellationToken.None));

    private static async Task<List<StepEvent>> WatchAsync(StoryRun run)
    {
        var events = new List<StepEvent>();
        await foreach (var stepEvent in run.WatchAsync())
        {
            events.Add(stepEvent);
        }

        return events;
    }

    private static async Task FirstAsync<T>(StoryRun run)
    {
        await foreach (var stepEvent in run.WatchAsync())
        {
            if (stepEvent is T)
            {
                return;
            }
        }

        Assert.Fail($"The run ended without {typeof(T).Name}.");
    }

    private RunRequest Request() => new(_store.Story.Id, RunKind.Step)
    {
        ParentId = _store.Head.Id,
        Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked),
    };

    private async Task<StoryRun> StartAsync() => (await _runner.StartAsync(Request(), CancellationToken.None))!;
}
