using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Lookahead;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Lookahead;

public sealed class DeskLookaheadTests : IAsyncDisposable
{
    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();
    private readonly MemoryShelf _shelf = new();
    private readonly LeftAhead _left = new();
    private readonly ShelfStore _store;
    private readonly MemoryIndexer _indexer;
    private readonly RecurrentGpt.Lookahead.LookaheadRunner _runner;
    private readonly DeskLookahead _desk;
    private DeskView _view;

    public DeskLookaheadTests()
    {
        _store = new ShelfStore(_chat) { Head = DeskSamples.Head };
        _store.Story = DeskSamples.Draft.Story with { HeadId = DeskSamples.Head.Id, Settings = DeskSamples.Draft.Story.Settings with { Lookahead = LookaheadReach.All, NewCharacterChance = 0 } };
        _indexer = Samples.Indexer(_store, _store, _shelf, _clock);
        _runner = Samples.Lookahead(_store, _left, _store, _shelf, _indexer, _clock);
        _desk = new DeskLookahead(_runner, _shelf, _clock, NullLogger<DeskLookahead>.Instance);
        _view = DeskSamples.View with { Draft = DeskSamples.Draft with { Story = _store.Story }, Toss = 0.5 };
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _runner.DisposeAsync();
        await _indexer.DisposeAsync();
    }

    [Fact]
    public async Task Follow_ADeskAtRest_WritesAllThreeAhead()
    {
        Script(3);

        Follow(_view);
        var before = _chat.Requests.Count;
        await RestAsync(DeskLookahead.Pause);

        Assert.Equal(0, before);
        Assert.Equal(3, _chat.Requests.Count);
        Assert.Equal([AheadSign.Ready, AheadSign.Ready, AheadSign.Ready], Signs());
    }

    [Fact]
    public async Task Follow_SwitchedOff_AsksForNothing()
    {
        SetReach(LookaheadReach.Off);

        Follow(_view);
        _desk.Come(0, isNear: true);
        await RestAsync(DeskLookahead.Pause);

        Assert.Empty(_chat.Requests);
        Assert.Equal([null, null, null], Signs());
    }

    [Fact]
    public async Task Come_UnderTheCursorAlone_WritesThatPlan()
    {
        SetReach(LookaheadReach.UnderCursor);
        Script(1);
        Follow(_view);

        _desk.Come(1, isNear: true);
        await RestAsync(DeskLookahead.Pause);

        Assert.Contains("They put the lamp out.", Assert.Single(_chat.Requests)[^1].Text, StringComparison.Ordinal);
        Assert.Equal([null, AheadSign.Ready, null], Signs());
    }

    [Fact]
    public async Task Come_PassingOver_WritesNothing()
    {
        SetReach(LookaheadReach.UnderCursor);
        Follow(_view);

        _desk.Come(0, isNear: true);
        _clock.Advance(DeskLookahead.Pause / 2);
        _desk.Come(0, isNear: false);
        await RestAsync(DeskLookahead.Pause);

        Assert.Empty(_chat.Requests);
    }

    [Fact]
    public async Task Of_TypedOver_IsStaleAtOnceAndFreshAgainWhenItIsTypedBack()
    {
        Script(3);
        Follow(_view);
        await RestAsync(DeskLookahead.Pause);
        var plan = _view.Edits!.Plans[1];
        var written = plan.Text;

        plan.Type("She waits for the tide.");
        var typed = Signs();
        plan.Type(written);

        Assert.Equal([AheadSign.Ready, AheadSign.Stale, AheadSign.Ready], typed);
        Assert.Equal([AheadSign.Ready, AheadSign.Ready, AheadSign.Ready], Signs());
    }

    [Fact]
    public async Task Of_MemoryTypedOver_MakesAllOfThemStale()
    {
        Script(3);
        Follow(_view);
        await RestAsync(DeskLookahead.Pause);

        _view.Edits!.Memory.Type("Nobody knows of the knot.");

        Assert.Equal([AheadSign.Stale, AheadSign.Stale, AheadSign.Stale], Signs());
    }

    [Fact]
    public async Task Of_WhileTheStoryIsWritten_IsNothing()
    {
        Script(3);
        Follow(_view);
        await RestAsync(DeskLookahead.Pause);

        Follow(_view with { IsBusy = true });

        Assert.Equal([null, null, null], Signs());
    }

    [Fact]
    public async Task Follow_OtherSettings_IsNeverFreshAndIsWrittenAnewAfterAQuietWhile()
    {
        Script(6);
        Follow(_view);
        await RestAsync(DeskLookahead.Pause);

        _store.Story = _store.Story with { Settings = _store.Story.Settings with { ParagraphSentences = 8 } };
        Follow(_view with { Draft = _view.Draft! with { Story = _store.Story } });
        var changed = Signs();
        await RestAsync(DeskLookahead.Quiet);

        Assert.DoesNotContain(AheadSign.Ready, changed);
        Assert.Equal(6, _chat.Requests.Count);
        Assert.Equal([AheadSign.Ready, AheadSign.Ready, AheadSign.Ready], Signs());
    }

    [Fact]
    public async Task Follow_APinChangesWhatIsRecalled_IsNeverFresh()
    {
        var early = Samples.Entry(2, "A lamp in the well.") with { EmbeddingModel = "letters", Vector = ScriptedEmbedder.Embed("zzz") };
        _store.Entries = [early, _store.Entries[0] with { StepId = DeskSamples.Head.Id, ParentId = early.StepId }];
        _store.Story = _store.Story with { Settings = _store.Story.Settings with { RecallCount = 0 } };
        _view = _view with { Draft = _view.Draft! with { Story = _store.Story } };
        Script(3);
        Follow(_view);
        await RestAsync(DeskLookahead.Pause);
        var before = Signs();

        _shelf.Change(_store.Story.Id, memory => memory.Put(early with { Pinned = true, Version = 1 }));

        Assert.Equal([AheadSign.Ready, AheadSign.Ready, AheadSign.Ready], before);
        Assert.DoesNotContain(AheadSign.Ready, Signs());
    }

    [Fact]
    public async Task Of_CouldNotBeWritten_SaysWhy()
    {
        SetReach(LookaheadReach.UnderCursor);
        _chat.Fail(new StepFailure(FailureKind.Unauthorized));
        Follow(_view);

        _desk.Come(0, isNear: true);
        await RestAsync(DeskLookahead.Pause);

        Assert.Equal(new AheadMark(AheadSign.Failed) { Failure = new StepFailure(FailureKind.Unauthorized) }, _desk.Of(0));
    }

    [Fact]
    public async Task Follow_BoxesThatAreNotStored_AreNotWrittenAhead()
    {
        _view.Edits!.Memory.Type("Half a sent");

        Follow(_view);
        await RestAsync(DeskLookahead.Pause);

        Assert.Empty(_chat.Requests);
    }

    private void Script(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            _chat.Reply(Samples.StepReply);
        }
    }

    private void SetReach(LookaheadReach reach)
    {
        _store.Story = _store.Story with { Settings = _store.Story.Settings with { Lookahead = reach } };
        _view = _view with { Draft = _view.Draft! with { Story = _store.Story } };
    }

    private void Follow(DeskView view)
    {
        _view = view;
        _desk.Follow(view);
    }

    private AheadSign?[] Signs() => [.. Enumerable.Range(0, 3).Select(index => _desk.Of(index)?.Sign)];

    // What the clock has set off ends by itself; this only lets other threads have their turn.
    private async Task RestAsync(TimeSpan time)
    {
        _clock.Advance(time);
        for (var i = 0; i < 1_000; i++)
        {
            await Task.Yield();
        }
    }
}
