using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

public sealed class FullDiskTests : IAsyncDisposable
{
    private static readonly StoreException Full = new(new StepFailure(FailureKind.DiskFull, "/stories"));

    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();
    private readonly ShelfStore _store;
    private readonly MemoryIndexer _indexer;
    private readonly StoryRunner _runner;

    public FullDiskTests()
    {
        _store = new ShelfStore(_chat);
        var shelf = new MemoryShelf();
        _indexer = Samples.Indexer(_store, _store, shelf, _clock);
        _runner = Samples.Runner(_store, _store, shelf, _indexer, _clock);
    }

    public async ValueTask DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _indexer.DisposeAsync();
    }

    [Fact]
    public async Task Commit_DiskFullForAMoment_IsTriedAgainAndStoredOnce()
    {
        _chat.Reply(Samples.StepReply);
        _store.Refusal = Full;
        var run = await StartAsync();

        var first = await WaitingAsync(run, 2);
        _clock.Advance(first.Delay);
        var second = await WaitingAsync(run, 3);
        _store.Refusal = null;
        _clock.Advance(second.Delay);
        var result = await run.Completion;

        Assert.Equal((TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)), (first.Delay, second.Delay));
        Assert.Equal(Full.Failure, first.Because);
        Assert.Equal((RunState.Done, 3), (result.State, _store.Commits));
        Assert.Equal(_store.Committed!.Steps[0].Id, Assert.Single(result.Steps).Id);
        Assert.Single(_chat.Requests);
    }

    [Fact]
    public async Task Commit_DiskFullBeyondTheLimit_EndsWithItsReasonAndKeepsWhatCame()
    {
        _chat.Reply(Samples.StepReply);
        _store.Refusal = Full;
        var run = await StartAsync();

        await PassAsync(run, new RecurrenceOptions().StoreLimit);
        var result = await run.Completion;

        Assert.Equal((RunState.Failed, FailureKind.DiskFull), (result.State, result.Failure!.Kind));
        Assert.StartsWith("Mara pulled the rope up", _runner.FindUnstored(_store.Story.Id)!.Prose, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_WhileRoomIsWaitedFor_EndsAndKeepsWhatCame()
    {
        _chat.Reply(Samples.StepReply);
        _store.Refusal = Full;
        var run = await StartAsync();
        await WaitingAsync(run, 2);

        _store.Refusal = null;
        var result = await run.StopAsync();

        Assert.Equal(RunState.Stopped, result.State);
        Assert.Null(_store.Committed);
        Assert.Contains(Section.Memory, _store.Ended!.Arrived.Keys);
    }

    [Fact]
    public async Task Commit_FailsAtItsEndAndIsStoredAllTheSame_IsDone()
    {
        _chat.Reply(Samples.StepReply);
        _store.Refusal = Full;
        var run = await StartAsync();
        var waiting = await WaitingAsync(run, 2);

        _store.Refusal = null;
        _store.CommitFails = new InvalidOperationException("The run is not running.");
        var finished = await FirstAsync<StepEvent.Finished>(run);
        _store.Head = Samples.Step(finished.Result.Steps[0].Id, _store.Story.Id, _store.Head.Number + 1);
        _clock.Advance(waiting.Delay);
        var result = await run.Completion;

        Assert.Equal((RunState.Done, _store.Head.Id), (result.State, Assert.Single(result.Steps).Id));
    }

    [Fact]
    public async Task KeepPartial_DiskFull_DoesNotBreakTheReplyThatIsPaidFor()
    {
        var reply = _chat.Open();
        var run = await StartAsync();
        await reply.WriteAsync("Output Paragraph:\nMara pulled");
        await FirstAsync<StepEvent.ParagraphText>(run);
        _store.Refusal = Full;
        _clock.Advance(TimeSpan.FromSeconds(2));

        await reply.WriteAsync(Samples.StepReply["Output Paragraph:\nMara pulled".Length..]);
        _store.Refusal = null;
        reply.Complete();
        var result = await run.Completion;

        Assert.Equal(RunState.Done, result.State);
    }

    [Fact]
    public async Task End_DiskFull_IsStoredByItselfLaterAndTold()
    {
        var settled = new List<Guid>();
        using var watching = _runner.SubscribeSettled(settled.Add);
        var reply = _chat.Open();
        var run = await StartAsync();
        await reply.WriteAsync("Output Paragraph:\nMara pulled the rope. It");
        await FirstAsync<StepEvent.ParagraphText>(run);
        _store.Refusal = Full;

        var result = await run.StopAsync();
        var kept = _runner.FindUnstored(_store.Story.Id);
        _store.Refusal = null;
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(FailureKind.DiskFull, result.Failure!.Kind);
        Assert.Equal((RunState.Stopped, "Mara pulled the rope. It"), (kept!.State, kept.Partial.TrimEnd()));
        Assert.Equal((RunState.Stopped, kept.Partial), (_store.Ended!.State, _store.Ended.Partial));
        Assert.Equal([_store.Story.Id], settled);
        Assert.Null(_runner.FindUnstored(_store.Story.Id));
    }

    [Fact]
    public async Task Start_WhileTheLastEndIsNotStored_StoresItFirstOrSaysWhyNot()
    {
        _chat.Open();
        _chat.Reply(Samples.StepReply);
        var run = await StartAsync();
        _store.Refusal = Full;
        await run.StopAsync();

        var refused = await Assert.ThrowsAsync<StoreException>(StartAsync);
        _store.Refusal = null;
        var result = await (await StartAsync()).Completion;

        Assert.Equal(FailureKind.DiskFull, refused.Failure.Kind);
        Assert.Equal((RunState.Stopped, RunState.Done), (_store.Ended!.State, result.State));
    }

    private async Task<StoryRun> StartAsync() => await _runner.StartAsync(
        new RunRequest(_store.Story.Id, RunKind.Step) { ParentId = _store.Head.Id, Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked) }, CancellationToken.None)
        ?? throw new InvalidOperationException("The story is being written.");

    private static async Task<StepEvent.StoreWaiting> WaitingAsync(StoryRun run, int attempt) =>
        (StepEvent.StoreWaiting)await FirstAsync(run, stepEvent => stepEvent is StepEvent.StoreWaiting waiting && waiting.Attempt == attempt);

    private static async Task<T> FirstAsync<T>(StoryRun run)
        where T : StepEvent => (T)await FirstAsync(run, stepEvent => stepEvent is T);

    private static async Task<StepEvent> FirstAsync(StoryRun run, Func<StepEvent, bool> isWanted)
    {
        await foreach (var stepEvent in run.WatchAsync())
        {
            if (isWanted(stepEvent))
            {
                return stepEvent;
            }
        }

        throw new InvalidOperationException("The run ended before.");
    }

    // Every wait is told before it is waited for.
    private async Task PassAsync(StoryRun run, TimeSpan limit)
    {
        var passed = TimeSpan.Zero;
        for (var attempt = 2; passed < limit; attempt++)
        {
            var waiting = await WaitingAsync(run, attempt);
            passed += waiting.Delay;
            _clock.Advance(waiting.Delay);
        }
    }
}
