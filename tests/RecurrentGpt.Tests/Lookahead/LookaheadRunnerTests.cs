using RecurrentGpt.Lookahead;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Lookahead;

public sealed class LookaheadRunnerTests : IAsyncDisposable
{
    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();
    private readonly ShelfStore _store;
    private readonly MemoryShelf _shelf = new();
    private readonly LeftAhead _left = new();
    private readonly MemoryIndexer _indexer;
    private readonly LookaheadRunner _lookahead;
    private readonly StoryRunner _runner;

    public LookaheadRunnerTests()
    {
        _store = new ShelfStore(_chat);
        _store.Head = _store.Head with { Plans = [Plan(1), Plan(2), Plan(3)] };
        _store.Story = _store.Story with { Settings = _store.Story.Settings with { Lookahead = LookaheadReach.All } };
        _indexer = Samples.Indexer(_store, _store, _shelf, _clock);
        _lookahead = Samples.Lookahead(_store, _left, _store, _shelf, _indexer, _clock, new RecurrenceOptions { MaxAheadOfStep = 4 });
        _runner = Samples.Runner(_store, _store, _shelf, _indexer, _clock, _lookahead);
    }

    private ScriptedEmbedder Embedder => (ScriptedEmbedder)_store.Models.Embedder;

    public async ValueTask DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _lookahead.DisposeAsync();
        await _indexer.DisposeAsync();
    }

    [Fact]
    public async Task WantAsync_ThreePlans_WritesThemAndStoresNothing()
    {
        await WantAsync(1, 2, 3);

        Assert.Equal([AheadState.Ready, AheadState.Ready, AheadState.Ready], States());
        Assert.Equal(3, _chat.Requests.Count);
        Assert.Null(_store.Claimed);
        Assert.Null(_store.Committed);
        Assert.Empty(_store.Partials);
    }

    [Fact]
    public async Task WantAsync_TheSameAgain_AsksForNothing()
    {
        await WantAsync(1);

        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);

        Assert.Single(_chat.Requests);
        Assert.Equal([AheadState.Ready], States());
    }

    [Fact]
    public async Task StartAsync_PlanThatIsWrittenAhead_StoresItWithoutARequest()
    {
        await WantAsync(1, 2);
        var embedded = Embedder.Requests.Count;

        var result = await PickAsync(Request(2) with { Plan = new Plan("Plan 2.", PlanSource.Edited) });

        Assert.Equal(RunState.Done, result.State);
        Assert.Equal(2, _chat.Requests.Count);
        Assert.Equal(embedded, Embedder.Requests.Count);
        var step = Assert.Single(_store.Committed!.Steps);
        Assert.Equal(new Plan("Plan 2.", PlanSource.Edited), step.Plan);
        Assert.Contains("Plan 2.", Assert.Single(_store.Committed.Exchanges).User, StringComparison.Ordinal);
        Assert.Equal(_clock.GetUtcNow(), _store.Committed.AheadAt);
    }

    [Fact]
    public async Task StartAsync_PlanThatIsWrittenAhead_TellsItsWatchersAllThatARunTells()
    {
        await WantAsync(1);

        var run = await _runner.StartAsync(Request(1), CancellationToken.None);
        var events = await run!.WatchAsync().ToListAsync();

        Assert.IsType<StepEvent.Recalled>(events[0]);
        Assert.IsType<StepEvent.PromptReady>(events[1]);
        Assert.Equal(
            "Mara pulled the rope up hand over hand. The knot at its end was her own.",
            string.Concat(events.OfType<StepEvent.ParagraphText>().Select(text => text.Piece)));
        Assert.IsType<StepEvent.Finished>(events[^1]);
    }

    [Fact]
    public async Task StartAsync_PlanThatIsBeingWrittenAhead_GoesOnFromWhereItIs()
    {
        var reply = _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);
        var (head, rest) = (Samples.StepReply[..60], Samples.StepReply[60..]);
        await reply.WriteAsync(head);

        var run = await _runner.StartAsync(Request(1), CancellationToken.None);
        await FirstTextAsync(run!);
        await reply.WriteAsync(rest);
        reply.Complete();
        var result = await run!.Completion;

        Assert.Equal(RunState.Done, result.State);
        Assert.Single(_chat.Requests);
        Assert.Equal("Mara pulled the rope up hand over hand. The knot at its end was her own.", Assert.Single(_store.Committed!.Steps).Paragraph);
    }

    [Fact]
    public async Task StopAsync_OfAStepThatWasTakenOver_KeepsWhatCame()
    {
        var reply = _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);
        await reply.WriteAsync("Output Paragraph:\nMara pulled the rope. It");
        var run = await _runner.StartAsync(Request(1), CancellationToken.None);
        await FirstTextAsync(run!);

        var result = await run!.StopAsync();

        Assert.Equal(RunState.Stopped, result.State);
        Assert.Null(_store.Committed);
        Assert.StartsWith("Mara pulled the rope.", _store.Ended!.Partial, StringComparison.Ordinal);
        Assert.Single(_store.Ended.Exchanges);
    }

    public static TheoryData<string> Changes => ["memory", "paragraph", "plan", "locked sentence", "recalled entry", "pin", "length", "prompt", "premise", "model", "toss"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task StartAsync_AfterAChange_WritesAnewFromWhatStands(string what)
    {
        await WantAsync(1);
        var request = Change(what, Request(1));
        _chat.Reply(Samples.StepReply);
        var requests = _chat.Requests.Count;

        var result = await PickAsync(request);

        Assert.Equal(RunState.Done, result.State);
        Assert.Equal(requests + 1, _chat.Requests.Count);
        Assert.Null(_store.Committed!.AheadAt);
        Assert.Empty(_lookahead.Find(_store.Story.Id));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task WantAsync_AfterAChange_LetsGoOfWhatIsStale(string what)
    {
        _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);
        var stale = Assert.Single(_lookahead.Find(_store.Story.Id));
        var request = Change(what, Request(1));
        _chat.Reply(Samples.StepReply);

        await _lookahead.WantAsync(_store.Story.Id, [request], CancellationToken.None);
        await _lookahead.DropAllAsync();

        Assert.Equal(AheadState.Failed, stale.State);
        Assert.Equal(2, _chat.Requests.Count);
        Assert.Equal(2, _left.Spent.Sum(spent => spent.Dropped));
    }

    [Fact]
    public async Task WantAsync_NothingWantedAfterAChange_LetsGoAllTheSame()
    {
        await WantAsync(1, 2);
        _store.Head = _store.Head with { ShortTermMemory = "Two trees are gone." };

        await _lookahead.WantAsync(_store.Story.Id, [], CancellationToken.None);

        Assert.Empty(_lookahead.Find(_store.Story.Id));
        Assert.Equal(2, _chat.Requests.Count);
    }

    [Fact]
    public async Task WantAsync_SwitchedOff_StopsWhatIsWritten()
    {
        _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);
        _store.Story = _store.Story with { Settings = _store.Story.Settings with { Lookahead = LookaheadReach.Off } };

        await _lookahead.WantAsync(_store.Story.Id, [], CancellationToken.None);
        await _lookahead.DropAllAsync();

        Assert.Empty(_lookahead.Find(_store.Story.Id));
        Assert.Equal(1, Assert.Single(_left.Spent).Dropped);
    }

    [Fact]
    public async Task StartAsync_TheOthers_AreDroppedAndCounted()
    {
        _chat.Reply(Samples.StepReply).Reply(Samples.StepReply);
        _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1), Request(2), Request(3)], CancellationToken.None);

        await PickAsync(Request(2));
        await _lookahead.DropAllAsync();

        Assert.Empty(_lookahead.Find(_store.Story.Id));
        Assert.Empty(_left.Branches);
        Assert.Equal((1, 0, 2), (_left.Spent.Sum(spent => spent.Taken), _left.Spent.Sum(spent => spent.Kept), _left.Spent.Sum(spent => spent.Dropped)));
        Assert.Contains(_left.Spent, spent => spent is { Model: "scripted", Dropped: 1, Unused: { Input: 100, Output: 20, Cached: 60 } });
        // The one that was stopped had sent its prompt: the provider told nothing, so it is estimated.
        Assert.Contains(_left.Spent, spent => spent is { Dropped: 1, Unused.Input: > 1_000 });
    }

    [Fact]
    public async Task StartAsync_TheOthersAreToBeKept_AreStoredAsBranchesWhenTheyAreWritten()
    {
        _store.Story = _store.Story with { Settings = _store.Story.Settings with { KeepsWrittenAhead = true } };
        _chat.Reply(Samples.StepReply).Reply(Samples.StepReply);
        var last = _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1), Request(2), Request(3)], CancellationToken.None);

        await PickAsync(Request(2));
        Assert.Equal(["Plan 1."], _left.Branches.Select(branch => branch.Request.Plan!.Text));
        await last.WriteAsync(Samples.StepReply);
        last.Complete();
        await _left.UntilAsync(left => left.Spent.Sum(spent => spent.Kept) == 2);

        Assert.Equal(["Plan 1.", "Plan 3."], _left.Branches.Select(branch => branch.Request.Plan!.Text));
        Assert.All(_left.Branches, branch => Assert.NotNull(branch.Change.AheadAt));
        Assert.Equal(0, _left.Spent.Sum(spent => spent.Dropped));
        Assert.All(_left.Branches, branch => Assert.NotNull(_shelf.Find(_store.Story.Id)!.Find(branch.Change.Steps[0].Id)));
    }

    [Fact]
    public async Task StartAsync_TheOthersAreToBeKeptButStale_AreDropped()
    {
        _store.Story = _store.Story with { Settings = _store.Story.Settings with { KeepsWrittenAhead = true } };
        await WantAsync(1, 2);
        _store.Head = _store.Head with { ShortTermMemory = "Two trees are gone." };
        _chat.Reply(Samples.StepReply);

        await PickAsync(Request(1));
        await _lookahead.DropAllAsync();

        Assert.Empty(_left.Branches);
        Assert.Equal(2, _left.Spent.Sum(spent => spent.Dropped));
    }

    [Fact]
    public async Task StartAsync_OneThatCouldNotBeWritten_IsAskedForAsAlways()
    {
        _chat.Fail(new StepFailure(FailureKind.Unauthorized));
        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);
        var failed = Assert.Single(_lookahead.Find(_store.Story.Id));
        _chat.Reply(Samples.StepReply);

        var result = await PickAsync(Request(1));

        Assert.Equal((AheadState.Failed, FailureKind.Unauthorized), (failed.State, failed.Failure!.Kind));
        Assert.Equal(RunState.Done, result.State);
        Assert.Null(_store.Committed!.AheadAt);
    }

    [Fact]
    public async Task WantAsync_OneThatCouldNotBeWritten_IsNotTriedAgainByItself()
    {
        _chat.Fail(new StepFailure(FailureKind.Unauthorized));
        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);

        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);

        Assert.Single(_chat.Requests);
    }

    [Fact]
    public async Task WantAsync_ChangedAgainAndAgain_EndsAtTheLimit()
    {
        for (var i = 0; i < 6; i++)
        {
            _store.Head = _store.Head with { ShortTermMemory = $"{i} trees are gone." };
            _chat.Reply(Samples.StepReply);
            await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);
        }

        Assert.Equal(4, _chat.Requests.Count);
        Assert.Empty(_lookahead.Find(_store.Story.Id));
    }

    [Fact]
    public async Task StartAsync_OfAnotherStep_LeavesWhatIsWrittenAhead()
    {
        await WantAsync(1);
        _chat.Reply("Instruction 1: One.\nInstruction 2: Two.\nInstruction 3: Three.");

        await PickAsync(new RunRequest(_store.Story.Id, RunKind.NewPlans) { ParentId = _store.Head.Id });

        Assert.Equal([AheadState.Ready], States());
    }

    [Fact]
    public async Task DropAllAsync_WhileOneIsWritten_StopsItAndCountsIt()
    {
        _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1)], CancellationToken.None);

        await _lookahead.DropAllAsync();

        Assert.Empty(_lookahead.Find(_store.Story.Id));
        Assert.Equal(1, Assert.Single(_left.Spent).Dropped);
    }

    [Fact]
    public async Task DropAllAsync_BranchesThatAreStillWritten_AreDropped()
    {
        _store.Story = _store.Story with { Settings = _store.Story.Settings with { KeepsWrittenAhead = true } };
        _chat.Reply(Samples.StepReply);
        _chat.Open();
        await _lookahead.WantAsync(_store.Story.Id, [Request(1), Request(2)], CancellationToken.None);
        await PickAsync(Request(1));

        await _lookahead.DropAllAsync();

        Assert.Empty(_left.Branches);
        Assert.Equal(1, _left.Spent.Sum(spent => spent.Dropped));
    }

    private static OfferedPlan Plan(int number) => new(number, $"Plan {number}.", $"Plan {number}.");

    private RunRequest Request(int number) => new(_store.Story.Id, RunKind.Step) { ParentId = _store.Head.Id, Plan = new Plan($"Plan {number}.", PlanSource.Picked), Toss = 0.5 };

    private async Task WantAsync(params int[] numbers)
    {
        foreach (var _ in numbers)
        {
            _chat.Reply(Samples.StepReply);
        }

        await _lookahead.WantAsync(_store.Story.Id, [.. numbers.Select(Request)], CancellationToken.None);
        await Watching.UntilAsync(look => _lookahead.Subscribe(_ => look()), () => States().All(state => state == AheadState.Ready));
    }

    private IEnumerable<AheadState> States() => _lookahead.Find(_store.Story.Id).Select(ahead => ahead.State);

    private async Task<RunResult> PickAsync(RunRequest request)
    {
        var run = await _runner.StartAsync(request, CancellationToken.None);
        return await run!.Completion;
    }

    private static async Task FirstTextAsync(StoryRun run)
    {
        await foreach (var stepEvent in run.WatchAsync())
        {
            if (stepEvent is StepEvent.ParagraphText)
            {
                return;
            }
        }
    }

    private RunRequest Change(string what, RunRequest request)
    {
        var (head, story) = (_store.Head, _store.Story);
        switch (what)
        {
            case "memory":
                _store.Head = head with { ShortTermMemory = "Two trees are gone." };
                break;
            case "paragraph":
                _store.Head = head with { Paragraph = "Mara stood at the hole and let down a lamp." };
                break;
            case "plan":
                _store.Head = head with { Plans = [new OfferedPlan(1, "She waits.", "Plan 1."), Plan(2), Plan(3)] };
                return request with { Plan = new Plan("She waits.", PlanSource.Edited) };
            case "locked sentence":
                _store.Head = head with { LockedSentences = [head.ShortTermMemory] };
                break;
            case "recalled entry" or "pin":
                AddEntry(isPinned: what == "pin");
                break;
            case "length":
                _store.Story = story with { Settings = story.Settings with { ParagraphSentences = 8 } };
                break;
            case "prompt":
                _store.Story = story with { Prompts = story.Prompts with { Step = TemplateForm.Step.Default with { System = "Write on, and write it well." } } };
                break;
            case "premise":
                _store.Story = story with { Card = story.Card with { Premise = "Mara keeps bees." } };
                break;
            case "model":
                _store.Models = _store.Models with { Chat = new SecondChat(_chat) };
                break;
            case "toss":
                _store.Story = story with { Settings = story.Settings with { NewCharacterChance = 0.4 } };
                return request with { Toss = 0.1 };
        }

        return request;
    }

    private void AddEntry(bool isPinned)
    {
        var earlier = Samples.Entry(2, "Mara hid a lamp in the well.", vector: ScriptedEmbedder.Embed("Mara hid a lamp in the well.")) with { Pinned = isPinned };
        var head = _store.Entries[^1] with { ParentId = earlier.StepId };
        _store.Entries = [earlier, head];
        _shelf.Close(_store.Story.Id);
    }

    // The same answers from another client, as other settings would give.
    private sealed class SecondChat(ScriptedChat chat) : Microsoft.Extensions.AI.DelegatingChatClient(chat);
}
