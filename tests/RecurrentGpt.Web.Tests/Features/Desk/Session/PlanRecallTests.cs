using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class PlanRecallTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly MemoryShelf _shelf = new();
    private readonly ShelfStore _store = new(new ScriptedChat());
    private readonly MemoryEntry _early = Samples.Entry(1, "A rope in the well.", vector: ScriptedEmbedder.Embed("A rope in the well."));
    private readonly PlanRecall _plan;
    private int _changes;

    public PlanRecallTests()
    {
        _store.Entries = [_early, _store.Entries[0] with { ParentId = _early.StepId }];
        var previews = new StepPreviews(_store, _store, _shelf, new RecurrenceOptions(), _clock);
        _plan = new PlanRecall(previews, _shelf, _clock, () => _changes++, NullLogger.Instance);
    }

    private ScriptedEmbedder Embedder => (ScriptedEmbedder)_store.Models.Embedder;

    public void Dispose() => _plan.Dispose();

    [Fact]
    public void Follow_WithTheLocalEmbedder_LooksAtOnce()
    {
        BeLocal();

        Follow("She pulls the rope up.");

        Assert.Equal(_early.StepId, Assert.Single(_plan.Recall!.Entries).StepId);
        Assert.Equal((false, false, 1), (_plan.IsLooking, _plan.CanAsk, _changes));
    }

    [Fact]
    public void Follow_WhileItIsTyped_LooksOnceAfterTheLastKey()
    {
        BeLocal();
        Follow("She");
        Embedder.Requests.Clear();

        foreach (var text in new[] { "She p", "She pu", "She pull" })
        {
            Follow(text);
            _clock.Advance(PlanRecall.Pause / 2);
        }

        var wasLooking = _plan.IsLooking;
        _clock.Advance(PlanRecall.Pause);

        Assert.True(wasLooking);
        Assert.Equal([["She pull"]], Embedder.Requests);
        Assert.False(_plan.IsLooking);
    }

    [Fact]
    public void Follow_TheSameTextAgain_DoesNothing()
    {
        BeLocal();
        Follow("She pulls.");

        Follow("She pulls.");

        Assert.Equal(1, _changes);
    }

    [Fact]
    public void Follow_WithAServersEmbedder_SendsNothingAndLetsTheAuthorAsk()
    {
        Follow("She pulls the rope up.");

        Assert.Empty(Embedder.Requests);
        Assert.True(_plan.CanAsk);
        Assert.Null(_plan.Recall);
    }

    [Fact]
    public void Ask_WithAServersEmbedder_LooksAndIsPaidForOnce()
    {
        Follow("She pulls the rope up.");

        Ask();
        Ask();

        Assert.Single(_plan.Recall!.Entries);
        Assert.Equal([["She pulls the rope up."]], Embedder.Requests);
    }

    [Fact]
    public void Enter_WithAServersEmbedder_LooksAfterThePauseAndAtWhatIsTyped()
    {
        Follow("She pulls.");

        _plan.Enter();
        _clock.Advance(PlanRecall.Pause / 2);
        Follow("She pulls hard.");
        _clock.Advance(PlanRecall.Pause);

        Assert.Equal([["She pulls hard."]], Embedder.Requests);
        Assert.NotNull(_plan.Recall);
    }

    [Fact]
    public void Leave_BeforeThePauseIsOver_SendsNothing()
    {
        Follow("She pulls.");
        _plan.Enter();

        _plan.Leave();
        _clock.Advance(PlanRecall.Pause);

        Assert.Empty(Embedder.Requests);
        Assert.True(_plan.CanAsk);
    }

    [Fact]
    public void Follow_AnotherTextDuringARequest_CancelsIt()
    {
        var left = false;
        Embedder.Before = (texts, token) =>
        {
            token.Register(() => left = true);
            return texts[0] == "She pulls." ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask;
        };
        Follow("She pulls.");
        Ask();

        Follow("She waits.");
        _clock.Advance(PlanRecall.Pause);

        Assert.True(left);
        Assert.Equal("She waits.", Embedder.Requests[^1][0]);
        Assert.NotNull(_plan.Recall);
    }

    [Fact]
    public void Ask_ServerIsDown_SaysWhyUntilItIsBack()
    {
        Follow("She pulls.");
        Embedder.Failure = new StepFailure(FailureKind.Unreachable);
        Ask();
        var failure = _plan.Failure;
        Embedder.Failure = null;

        Ask();

        Assert.Equal(FailureKind.Unreachable, failure!.Kind);
        Assert.Null(_plan.Failure);
        Assert.NotNull(_plan.Recall);
    }

    [Fact]
    public void Follow_MemoryChanges_LooksAgainWithoutARequest()
    {
        Follow("She pulls.");
        Ask();

        _shelf.Change(_store.Story.Id, memory => memory.Put(_early with { Banned = true }));
        _clock.Advance(TimeSpan.Zero);

        Assert.Empty(_plan.Recall!.Entries);
        Assert.Single(Embedder.Requests);
    }

    [Fact]
    public void Follow_ABlankPlan_HasNothingToTell()
    {
        BeLocal();
        Follow("She pulls.");

        Follow("  ");

        Assert.True(_plan.IsBlank);
        Assert.Null(_plan.Recall);
        Assert.False(_plan.CanAsk || _plan.IsLooking);
    }

    [Fact]
    public void Dispose_BeforeThePauseIsOver_LooksNoMore()
    {
        BeLocal();
        Follow("She pulls.");
        _plan.Follow(_store.Story.Id, _store.Head.Id, "She waits.");

        _plan.Dispose();
        _clock.Advance(PlanRecall.Pause);

        Assert.Equal([["She pulls."]], Embedder.Requests);
    }

    private void BeLocal() => _store.Models = _store.Models with { EmbeddingModel = LocalEmbedder.Name };

    private void Follow(string text)
    {
        _plan.Follow(_store.Story.Id, _store.Head.Id, text);
        _clock.Advance(TimeSpan.Zero);
    }

    private void Ask()
    {
        _plan.Ask();
        _clock.Advance(TimeSpan.Zero);
    }
}
