using Microsoft.Extensions.AI;
using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Runs;

/// <summary>What is kept of a run that did not end well, and how an author goes on from it by hand.</summary>
public sealed class KeepByHandTests : IAsyncDisposable
{
    private const string Paragraph = "Mara pulled the rope up hand over hand. The knot at its end was her own.";
    private const string Memory = "Mara has found her own knot at the end of the rope. The boy has not seen it.";
    private readonly ScriptedChat _chat = new();
    private readonly ShelfStore _store;
    private readonly FakeClock _clock = new();
    private readonly MemoryShelf _shelf = new();
    private readonly MemoryIndexer _indexer;
    private readonly StoryRunner _runner;

    public KeepByHandTests()
    {
        _store = new ShelfStore(_chat);
        _indexer = Samples.Indexer(_store, _store, _shelf, _clock);
        _runner = Samples.Runner(_store, _store, _shelf, _indexer, _clock);
    }

    private ScriptedEmbedder Embedder => (ScriptedEmbedder)_store.Models.Embedder;

    public async ValueTask DisposeAsync()
    {
        await _runner.DisposeAsync();
        await _indexer.DisposeAsync();
    }

    [Fact]
    public async Task StartAsync_OnlyAParagraph_LeavesMemoryAndAsksForNothing()
    {
        var result = await RunAsync(ByHand(Paragraph));

        var step = _store.Committed!.Steps.Single();
        Assert.Equal(RunState.Done, result.State);
        Assert.Equal((Paragraph, Paragraph, _store.Head.ShortTermMemory), (step.Paragraph, step.Summary, step.ShortTermMemory));
        Assert.Equal(_store.Head.ShortTermMemory, step.SentMemory);
        Assert.Empty(step.Plans);
        Assert.Empty(_chat.Requests);
        Assert.Equal([Paragraph], Assert.Single(Embedder.Requests));
        Assert.NotNull(step.Vector);
    }

    [Fact]
    public async Task StartAsync_SomeSectionsArrived_TakesThemAsTheyAre()
    {
        var arrived = new Dictionary<Section, string>
        {
            [Section.Paragraph] = Paragraph,
            [Section.ParagraphSummary] = "She finds the knot.",
            [Section.Memory] = Memory,
            [Section.Instruction1] = "One.",
            [Section.Instruction3] = "Three.",
        };

        await RunAsync(ByHand(Paragraph) with { Arrived = arrived });

        var step = _store.Committed!.Steps.Single();
        Assert.Equal(("She finds the knot.", Memory), (step.Summary, step.ShortTermMemory));
        Assert.Equal(["One.", "Three."], step.Plans);
        Assert.Equal(["She finds the knot."], Assert.Single(Embedder.Requests));
    }

    [Fact]
    public async Task StartAsync_OfATurn_StoresTheTurnWithTheStep()
    {
        var turn = new PlayTurn(TurnKind.Action, 3, new PlaySettings { Length = PlayLength.Short });

        await RunAsync(ByHand(Paragraph) with { Turn = turn });

        Assert.Equal(turn, _store.Committed!.Steps.Single().Turn);
    }

    [Fact]
    public async Task StartAsync_EmbeddingFails_StoresTheStepNotIndexed()
    {
        Embedder.Failure = new StepFailure(FailureKind.Unreachable);

        var result = await RunAsync(ByHand(Paragraph));

        Assert.Null(_store.Committed!.Steps.Single().Vector);
        Assert.Equal([StepNotice.NotIndexed], result.Notices);
    }

    [Fact]
    public async Task StartAsync_NoParagraph_StoresNothing()
    {
        var result = await RunAsync(ByHand("  "));

        Assert.Equal(RunState.Failed, result.State);
        Assert.Null(_store.Committed);
    }

    [Fact]
    public async Task Keep_SomeSectionsArrived_AsksOnlyForTheOthers()
    {
        _chat.Reply("Instruction 2:\nTwo, and the lamp.");
        var arrived = new Dictionary<Section, string> { [Section.Memory] = Memory, [Section.Instruction1] = "One.", [Section.Instruction3] = "Three." };

        await RunAsync(ByHand(Paragraph) with { Kind = RunKind.Keep, Arrived = arrived });

        Assert.EndsWith("Labels to write, in this order: Instruction 2", _chat.Requests.Single()[^1].Text.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal((Paragraph, Memory), (_store.Committed!.Steps[0].Paragraph, _store.Committed.Steps[0].ShortTermMemory));
        Assert.Equal(["One.", "Two, and the lamp.", "Three."], _store.Committed.Steps[0].Plans);
    }

    [Theory]
    [InlineData("The knot at its", "")]
    [InlineData("The knot at its end was her own.\n\nParagraph Summary:", "Paragraph")]
    [InlineData("Mara has found her own knot", "Paragraph ParagraphSummary Rationale")]
    [InlineData("The boy has not seen it.", "Paragraph ParagraphSummary Rationale")]
    [InlineData("Instruction 1:\nMara hides the knot", "Paragraph ParagraphSummary Rationale Memory")]
    [InlineData("Instruction 3:", "Paragraph ParagraphSummary Rationale Memory Instruction1 Instruction2")]
    public async Task Ended_ReplyWasCut_HoldsWholeSectionsOnly(string last, string expected)
    {
        var reply = Samples.StepReply.ReplaceLineEndings("\n");
        var cut = reply[..(reply.IndexOf(last, StringComparison.Ordinal) + last.Length)];

        var broken = await EndAsync(chat => chat.Fail(new StepFailure(FailureKind.CutOff), cut));
        var stopped = await StopAfterAsync(cut);
        var tooLong = await EndAsync(chat => chat.Reply(cut, ChatFinishReason.Length).Reply("I cannot.").Reply("I cannot."));

        foreach (var end in new[] { broken, stopped, tooLong })
        {
            Assert.Equal(expected, string.Join(' ', end.Arrived.Keys.Order()));
            Assert.All(end.Arrived.Values, text => Assert.Contains($"{text}\n", reply, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Ended_MemoryNeverCame_HoldsTheRestAndAskedTwiceForMemoryAlone()
    {
        var reply = Samples.StepReply.ReplaceLineEndings("\n").Replace($"Updated Memory:\n{Memory}\n\n", "", StringComparison.Ordinal);

        var end = await EndAsync(chat => chat.Reply(reply).Reply("I have nothing to add.").Reply("I have nothing to add."));

        Assert.Equal((FailureKind.Incomplete, "Updated Memory"), (end.Failure!.Kind, end.Failure.Detail));
        Assert.DoesNotContain(Section.Memory, end.Arrived.Keys);
        Assert.Equal(6, end.Arrived.Count);
        Assert.Equal(3, _chat.Requests.Count);
        Assert.All(_chat.Requests.Skip(1), request => Assert.EndsWith("Labels to write, in this order: Updated Memory", request[^1].Text.TrimEnd(), StringComparison.Ordinal));
        Assert.Equal(["I have nothing to add.", "I have nothing to add."], end.Exchanges.Skip(1).Select(exchange => exchange.Reply));
    }

    private async Task<RunEnd> EndAsync(Action<ScriptedChat> script)
    {
        script(_chat);
        await RunAsync(ByHand("") with { Kind = RunKind.Step });
        return _store.Ended!;
    }

    private async Task<RunEnd> StopAfterAsync(string text)
    {
        var reply = _chat.Open();
        var run = (await _runner.StartAsync(ByHand("") with { Kind = RunKind.Step }, CancellationToken.None))!;
        await reply.WriteAsync(text);
        await foreach (var stepEvent in run.WatchAsync())
        {
            if (stepEvent is StepEvent.ParagraphText)
            {
                break;
            }
        }

        await run.StopAsync();
        return _store.Ended!;
    }

    private RunRequest ByHand(string paragraph) => new(_store.Story.Id, RunKind.KeepByHand)
    {
        ParentId = _store.Head.Id,
        Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked),
        Text = paragraph,
    };

    private async Task<RunResult> RunAsync(RunRequest request) => await (await _runner.StartAsync(request, CancellationToken.None))!.Completion;
}
