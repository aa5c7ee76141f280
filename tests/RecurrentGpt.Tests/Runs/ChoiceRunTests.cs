using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

/// <summary>Choosing and judging as runs: what they are shown, what they cost, and that the story stays as it was.</summary>
public sealed class ChoiceRunTests : IAsyncDisposable
{
    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();
    private readonly MemoryShelf _shelf = new();
    private readonly ShelfStore _store;
    private readonly MemoryIndexer _indexer;
    private readonly StoryRunner _runner;

    public ChoiceRunTests()
    {
        _store = new ShelfStore(_chat);
        _indexer = Samples.Indexer(_store, _store, _shelf, _clock);
        _runner = Samples.Runner(_store, _store, _shelf, _indexer, _clock);
    }

    private string User => _chat.Requests[^1][^1].Text;

    public async ValueTask DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _indexer.DisposeAsync();
    }

    [Fact]
    public async Task StartAsync_Choice_IsShownTasteAndEmbedsNothing()
    {
        _store.Picks = [new PastPick(Guid.NewGuid(), _store.Head.Id, 12, PlanSource.Own, "She waits.", ["She runs."])];
        _chat.Reply("Chosen Plan: 1\n\nReason: Open.\n\nFollowed Choice: 12");

        var result = await RunAsync(new ChoiceOrder());

        Assert.Equal(RunState.Done, result.State);
        Assert.True(Marks.TryRead(User, PartNames.PastChoices, out var shown));
        Assert.StartsWith("[12] The author took none", shown, StringComparison.Ordinal);
        Assert.Equal("12", _store.Committed!.Proposal[Section.FollowedChoice]);
        Assert.Single(_chat.Requests);
        Assert.Empty(((ScriptedEmbedder)_store.Models.Embedder).Requests);
        Assert.Empty(result.Steps);
    }

    [Fact]
    public async Task StartAsync_WithoutTaste_ShowsNoPastChoice()
    {
        _store.Picks = [new PastPick(Guid.NewGuid(), _store.Head.Id, 12, PlanSource.Own, "She waits.", ["She runs."])];
        _chat.Reply("Chosen Plan: 1\n\nReason: Open.");

        await RunAsync(new ChoiceOrder { UsesTaste = false });

        Assert.DoesNotContain("She waits.", User, StringComparison.Ordinal);
        Assert.DoesNotContain("Followed Choice", User, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_ChoiceWithoutAnOrder_FailsAndAsksNothing()
    {
        var run = await _runner.StartAsync(new RunRequest(_store.Story.Id, RunKind.Choice) { ParentId = _store.Head.Id }, default);

        Assert.Equal(RunState.Failed, (await run!.Completion).State);
        Assert.Empty(_chat.Requests);
    }

    [Fact]
    public async Task StartAsync_Judgement_ProposesTheVerdict()
    {
        _chat.Reply("Verdict: no");

        var run = await _runner.StartAsync(new RunRequest(_store.Story.Id, RunKind.Judgement) { ParentId = _store.Head.Id, Text = "before anyone dies" }, default);

        Assert.Equal(RunState.Done, (await run!.Completion).State);
        Assert.Equal("no", _store.Committed!.Proposal[Section.Verdict]);
        Assert.Equal(ExchangePurpose.Judgement, Assert.Single(_store.Committed.Exchanges).Purpose);
    }

    private async Task<RunResult> RunAsync(ChoiceOrder order)
    {
        var run = await _runner.StartAsync(new RunRequest(_store.Story.Id, RunKind.Choice) { ParentId = _store.Head.Id, Choosing = order }, default);
        return await run!.Completion;
    }
}
