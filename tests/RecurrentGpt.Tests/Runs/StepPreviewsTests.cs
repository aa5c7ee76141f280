using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

public sealed class StepPreviewsTests
{
    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();
    private readonly MemoryShelf _shelf = new();
    private readonly ShelfStore _store;
    private readonly StepPreviews _previews;

    public StepPreviewsTests()
    {
        _store = new ShelfStore(_chat);
        _previews = new StepPreviews(_store, _store, _shelf, new RecurrenceOptions(), _clock);
    }

    private ScriptedEmbedder Embedder => (ScriptedEmbedder)_store.Models.Embedder;

    [Fact]
    public async Task LookAsync_Step_ShowsWhatTheRunThenSendsAndEmbedsThePlanOnce()
    {
        _chat.Reply(Samples.StepReply);
        var request = Request() with { Toss = 0.5 };

        var preview = await _previews.LookAsync(request, CancellationToken.None);
        await RunAsync(request);

        Assert.Equal(preview!.Prompt.User, _chat.Requests[0][^1].Text);
        Assert.Equal(preview.Prompt.System.Text, _chat.Requests[0][0].Text);
        Assert.Equal([["She climbs down."], ["Mara pulls up the rope and finds her own knot at its end."]], Embedder.Requests);
    }

    [Fact]
    public async Task LookAsync_LockedSentences_ShowsThemAsTheRunThenSendsThem()
    {
        _chat.Reply(Samples.StepReply);
        _store.Head = _store.Head with { LockedSentences = [_store.Head.ShortTermMemory] };
        var request = Request() with { Toss = 0.5 };

        var preview = await _previews.LookAsync(request, CancellationToken.None);
        await RunAsync(request);

        Assert.Contains("===== Sentences to keep =====\nOne tree is gone, and the hole is deep.\n", preview!.Prompt.User, StringComparison.Ordinal);
        Assert.Equal(preview.Prompt.User, _chat.Requests[0][^1].Text);
    }

    [Fact]
    public async Task LookAsync_Turn_ShowsWhatTheRunThenSends()
    {
        _chat.Reply(Samples.StepReply);
        var request = Request() with { Toss = 0.5, Turn = new PlayTurn(TurnKind.Action, 4, new PlaySettings()) };

        var preview = await _previews.LookAsync(request, CancellationToken.None);
        await RunAsync(request);

        Assert.Contains("Write turn 4 of 30 now", preview!.Prompt.User, StringComparison.Ordinal);
        Assert.Equal(preview.Prompt.User, _chat.Requests[0][^1].Text);
        Assert.Equal(preview.Prompt.System.Text, _chat.Requests[0][0].Text);
    }

    [Fact]
    public async Task LookAsync_NewPlans_ShowsWhatTheRunThenSends()
    {
        _chat.Reply(Samples.StepReply);
        var request = new RunRequest(_store.Story.Id, RunKind.NewPlans) { ParentId = _store.Head.Id, Text = "quieter" };

        var preview = await _previews.LookAsync(request, CancellationToken.None);
        await RunAsync(request);

        Assert.Equal(preview!.Prompt.User, _chat.Requests[0][^1].Text);
        Assert.Empty(Embedder.Requests);
    }

    [Theory]
    [InlineData(0.05, true)]
    [InlineData(0.5, false)]
    public async Task LookAsync_Toss_DecidesOnANewCharacter(double toss, bool comes)
    {
        _store.Story = _store.Story with { Settings = new StorySettings { NewCharacterChance = 0.1 } };

        var preview = await _previews.LookAsync(Request() with { Toss = toss }, CancellationToken.None);

        Assert.Equal(comes, preview!.NewCharacter);
        Assert.Equal(comes, preview.Prompt.User.Contains("A new character may enter", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LookAsync_EmbeddingFails_FallsBackToTheLatestAndKeepsNoVector()
    {
        Embedder.Failure = new StepFailure(FailureKind.Unreachable);

        var preview = await _previews.LookAsync(Request(), CancellationToken.None);

        Assert.NotNull(preview);
        Assert.Null(_shelf.Find(_store.Story.Id)!.Plans.Find("She climbs down."));
    }

    [Fact]
    public async Task LookAsync_StepThatIsGone_IsNull()
    {
        Assert.Null(await _previews.LookAsync(Request() with { ParentId = Guid.NewGuid() }, CancellationToken.None));
    }

    [Fact]
    public async Task LookAsync_Opening_IsRefused()
    {
        var opening = Request() with { Kind = RunKind.Opening };

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _previews.LookAsync(opening, CancellationToken.None));
    }

    [Fact]
    public async Task RecallAsync_PlanThatWouldCostARequest_IsLookedAtOnlyWhenItMayAndPaidForOnce()
    {
        var free = await RecallAsync(mayPay: false);
        var paid = await RecallAsync(mayPay: true);
        var known = await RecallAsync(mayPay: false);

        Assert.Null(free);
        Assert.NotNull(paid);
        Assert.NotNull(known);
        Assert.Equal([["She climbs down."]], Embedder.Requests);
    }

    [Fact]
    public async Task RecallAsync_WithTheLocalEmbedder_IsFree()
    {
        _store.Models = _store.Models with { EmbeddingModel = LocalEmbedder.Name };

        Assert.NotNull(await RecallAsync(mayPay: false));
    }

    [Fact]
    public async Task RecallAsync_EmbeddingFails_SaysWhy()
    {
        Embedder.Failure = new StepFailure(FailureKind.Unreachable);

        var preview = await RecallAsync(mayPay: true);

        Assert.Equal(FailureKind.Unreachable, preview!.Failure!.Kind);
    }

    [Fact]
    public async Task RecallAsync_StepAfterIt_RecallsTheSame()
    {
        var early = Samples.Entry(1, "She climbs down a rope.", vector: ScriptedEmbedder.Embed("She climbs down a rope."));
        _store.Entries = [early, _store.Entries[0] with { ParentId = early.StepId }];

        var recall = await RecallAsync(mayPay: true);
        var step = await _previews.LookAsync(Request(), CancellationToken.None);

        Assert.Equal(early.StepId, Assert.Single(recall!.Recall.Entries).StepId);
        Assert.Equal(recall.Recall.Entries, step!.Recall.Entries);
    }

    [Fact]
    public async Task RecallAsync_WhileTheStepIsAskedFor_ShareOneRequest()
    {
        _chat.Reply(Samples.StepReply);
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Embedder.Before = (_, token) => answer.Task.WaitAsync(token);
        var look = RecallAsync(mayPay: true);
        var run = RunAsync(Request());

        answer.SetResult();
        await Task.WhenAll(look, run);

        Assert.Equal(["She climbs down."], Embedder.Requests[0]);
        Assert.Equal(2, Embedder.Requests.Count);
    }

    [Fact]
    public async Task RecallAsync_OneOfTwoLeaves_TheRequestGoesOnUntilTheOtherLeavesToo()
    {
        var stopped = false;
        Embedder.Before = (_, token) =>
        {
            token.Register(() => stopped = true);
            return Task.Delay(Timeout.Infinite, token);
        };
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var looks = new[] { RecallAsync(mayPay: true, first.Token), RecallAsync(mayPay: true, second.Token) };

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looks[0]);
        var stoppedByOne = stopped;
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => looks[1]);

        Assert.False(stoppedByOne);
        Assert.True(stopped);
        Assert.Single(Embedder.Requests);
    }

    private Task<RecallPreview?> RecallAsync(bool mayPay, CancellationToken cancellationToken = default) =>
        _previews.RecallAsync(_store.Story.Id, _store.Head.Id, "She climbs down.", mayPay, cancellationToken);

    private RunRequest Request() => new(_store.Story.Id, RunKind.Step) { ParentId = _store.Head.Id, Plan = new Plan("She climbs down.", PlanSource.Picked) };

    private async Task RunAsync(RunRequest request)
    {
        await using var indexer = Samples.Indexer(_store, _store, _shelf, _clock);
        await using var runner = Samples.Runner(_store, _store, _shelf, indexer, _clock);
        var run = await runner.StartAsync(request, CancellationToken.None);
        await run!.Completion;
    }
}
