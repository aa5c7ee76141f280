using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

public sealed class StepWriterTests
{
    private readonly ScriptedChat _chat = new();
    private readonly ScriptedEmbedder _embedder = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task WriteAsync_WithAWholeReply_MakesOneChatAndTwoEmbeddingRequests()
    {
        _chat.Reply(Samples.StepReply);

        var events = await WriteAsync();

        var step = Assert.Single(Assert.IsType<StepEvent.Finished>(events[^1]).Result.Steps);
        Assert.Single(_chat.Requests);
        Assert.Equal([["Mara pulls the rope up."], ["Mara pulls up the rope and finds her own knot at its end."]], _embedder.Requests);
        Assert.Equal("Mara pulled the rope up hand over hand. The knot at its end was her own.", step.Paragraph);
        Assert.Equal("Mara has found her own knot at the end of the rope. The boy has not seen it.", step.ShortTermMemory);
        Assert.Equal(3, step.Plans.Count);
        Assert.Equal(new TokenUsage(100, 20, 60), step.Usage);
        Assert.Equal("scripted", step.Model);
        Assert.NotNull(step.Vector);
    }

    [Fact]
    public async Task WriteAsync_WhileTheReplyStreams_TellsEachThingInItsOrder()
    {
        _chat.Reply(Samples.StepReply);

        var events = await WriteAsync();

        Assert.IsType<StepEvent.Recalled>(events[0]);
        var prompt = Assert.IsType<StepEvent.PromptReady>(events[1]).Prompt;
        Assert.Equal(_chat.Requests[0].Select(message => message.Text), prompt.ToMessages().Select(message => message.Text));
        Assert.Equal("Mara pulled the rope up hand over hand. The knot at its end was her own.", string.Concat(events.OfType<StepEvent.ParagraphText>().Select(text => text.Piece)));
        Assert.Equal(
            [Section.ParagraphSummary, Section.Rationale, Section.Memory, Section.Instruction1, Section.Instruction2, Section.Instruction3],
            events.OfType<StepEvent.SectionRead>().Select(section => section.Section));
    }

    [Fact]
    public async Task WriteAsync_WithAPlanMissing_AsksForThatPlanOnly()
    {
        _chat.Reply(Samples.StepReply[..Samples.StepReply.IndexOf("Instruction 3", StringComparison.Ordinal)]).Reply("Instruction 3:\nThe boy confesses. He cut the rope.");

        var events = await WriteAsync();

        Assert.Equal([Section.Instruction3], Assert.Single(events.OfType<StepEvent.Repairing>()).Missing);
        Assert.EndsWith("in this order: Instruction 3", _chat.Requests[1][1].Text, StringComparison.Ordinal);
        var step = Assert.Single(Assert.IsType<StepEvent.Finished>(events[^1]).Result.Steps);
        Assert.Equal("The boy confesses. He cut the rope.", step.Plans[2]);
        Assert.Equal(new TokenUsage(200, 40, 120), step.Usage);
    }

    [Fact]
    public async Task WriteAsync_WhenRepairsBringNothing_FailsAfterTwoAndKeepsTheReplies()
    {
        _chat.Reply("Output Paragraph:\nShe let go of the rope.").Reply("I do not know.").Reply("I do not know.");

        var failed = Assert.IsType<StepEvent.Failed>((await WriteAsync())[^1]);

        Assert.Equal(FailureKind.Incomplete, failed.Failure.Kind);
        Assert.Equal(["Step", "Repair"], failed.Exchanges.Select(exchange => exchange.Purpose.ToString()).Take(2));
        Assert.InRange(_chat.Requests.Count, 2, 3);
    }

    [Theory]
    [InlineData(FailureKind.RateLimited)]
    [InlineData(FailureKind.ServerError)]
    [InlineData(FailureKind.Unreachable)]
    [InlineData(FailureKind.CutOff)]
    public async Task WriteAsync_WhenTheServerFailsBeforeTheFirstWord_WaitsAndTriesAgain(FailureKind kind)
    {
        _chat.Fail(new StepFailure(kind) { RetryAfter = TimeSpan.FromSeconds(20) }).Reply(Samples.StepReply);

        var events = await WriteAsync(onWait: wait => _clock.Advance(wait));

        var waiting = Assert.Single(events.OfType<StepEvent.Waiting>());
        Assert.Equal((TimeSpan.FromSeconds(20), 2), (waiting.Delay, waiting.Attempt));
        Assert.IsType<StepEvent.Finished>(events[^1]);
    }

    [Fact]
    public async Task WriteAsync_WhenTheServerNeverRecovers_StopsAfterFourRequests()
    {
        for (var i = 0; i < 4; i++)
        {
            _chat.Fail(new StepFailure(FailureKind.ServerError, "500"));
        }

        var events = await WriteAsync(onWait: wait => _clock.Advance(wait));

        Assert.Equal(4, _chat.Requests.Count);
        Assert.Equal(FailureKind.ServerError, Assert.IsType<StepEvent.Failed>(events[^1]).Failure.Kind);
        Assert.All(events.OfType<StepEvent.Waiting>(), waiting => Assert.InRange(waiting.Delay, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task WriteAsync_WhenTheServerSaysAtOnce_WaitsAllTheSame()
    {
        _chat.Fail(new StepFailure(FailureKind.RateLimited) { RetryAfter = TimeSpan.Zero }).Reply(Samples.StepReply);

        var events = await WriteAsync(onWait: wait => _clock.Advance(wait));

        Assert.InRange(Assert.Single(events.OfType<StepEvent.Waiting>()).Delay, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task WriteAsync_WhenTheReplyDoesNotEnd_IsCutAndKeepsWhatWasRead()
    {
        var text = "Output Paragraph:\n" + string.Concat(Enumerable.Repeat("Mara walked on 😀. ", 700));
        _chat.Reply(text);

        var events = await WriteAsync(options: new RecurrenceOptions { MaxReplyCharacters = 10_000 });

        var failed = Assert.IsType<StepEvent.Failed>(events[^1]);
        Assert.Equal(new StepFailure(FailureKind.TooLong, "10000"), failed.Failure);
        Assert.InRange(Assert.Single(failed.Exchanges).Reply.Length, 9_999, 10_000);
        Assert.StartsWith(failed.Exchanges[0].Reply, text, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(failed.Exchanges[0].Reply[^1]));
    }

    [Theory]
    [InlineData(26)]
    [InlineData(0)]
    public async Task WriteAsync_WithAVectorOfAnotherLength_StoresNoneAndSaysSo(int length)
    {
        _embedder.Change = (text, vector) => text == Request().Plan.Text ? vector : vector[..length];
        _chat.Reply(Samples.StepReply);

        var result = Assert.IsType<StepEvent.Finished>((await WriteAsync())[^1]).Result;

        Assert.Null(result.Steps[0].Vector);
        Assert.Equal([StepNotice.NotIndexed], result.Notices);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public async Task WriteAsync_WithAPlanThatIsNoNumber_RecallsTheLatest(float odd)
    {
        _embedder.Change = (_, vector) => [odd, .. vector[1..]];
        _chat.Reply(Samples.StepReply);

        var result = Assert.IsType<StepEvent.Finished>((await WriteAsync())[^1]).Result;

        Assert.Equal([StepNotice.RecalledByRecency, StepNotice.NotIndexed], result.Notices);
        Assert.Null(result.Steps[0].Vector);
    }

    [Fact]
    public async Task WriteAsync_WhenTheServerAsksForTooLongAWait_FailsAtOnceAndNamesIt()
    {
        _chat.Fail(new StepFailure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromSeconds(409_000) });

        var failed = Assert.IsType<StepEvent.Failed>((await WriteAsync())[^1]);

        Assert.Equal(TimeSpan.FromSeconds(409_000), failed.Failure.RetryAfter);
        Assert.Single(_chat.Requests);
    }

    [Theory]
    [InlineData(FailureKind.CutOff)]
    [InlineData(FailureKind.ServerError)]
    public async Task WriteAsync_WhenTheReplyBreaksInTheMiddle_DoesNotAskAgain(FailureKind kind)
    {
        _chat.Fail(new StepFailure(kind), before: "Output Paragraph:\nMara pulled the rope");

        var failed = Assert.IsType<StepEvent.Failed>((await WriteAsync())[^1]);

        Assert.Equal(kind, failed.Failure.Kind);
        Assert.Equal("Output Paragraph:\nMara pulled the rope", Assert.Single(failed.Exchanges).Reply);
    }

    [Fact]
    public async Task WriteAsync_WhenNoWordComes_TimesOut()
    {
        _chat.Open();

        var writing = WriteAsync();
        _clock.Advance(new RecurrenceOptions().FirstTokenLimit);

        Assert.Equal(FailureKind.TimedOut, Assert.IsType<StepEvent.Failed>((await writing)[^1]).Failure.Kind);
    }

    [Fact]
    public async Task WriteAsync_WhenStopped_ThrowsAndStillKeepsTheReply()
    {
        var reply = _chat.Open();
        await reply.WriteAsync("Output Paragraph:\nMara pulled the rope up hand over hand");
        using var stop = new CancellationTokenSource();
        var dialogue = Dialogue();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var stepEvent in Writer().WriteAsync(Request(), dialogue, stop.Token))
            {
                if (stepEvent is StepEvent.ParagraphText)
                {
                    await stop.CancelAsync();
                }
            }
        });

        Assert.StartsWith("Output Paragraph", Assert.Single(dialogue.Exchanges).Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_WithoutEmbeddings_RecallsTheLatestAndSaysSo()
    {
        _embedder.Failure = new StepFailure(FailureKind.ServerError);
        _chat.Reply(Samples.StepReply);

        var result = Assert.IsType<StepEvent.Finished>((await WriteAsync())[^1]).Result;

        Assert.Equal([StepNotice.RecalledByRecency, StepNotice.NotIndexed], result.Notices);
        Assert.Equal(RecallReason.Recent, Assert.Single(result.Steps[0].Recalled).Reason);
        Assert.Null(result.Steps[0].Vector);
    }

    [Fact]
    public async Task WriteAsync_WithMemoryOverItsLimit_AsksOnceForAShorterOne()
    {
        _chat.Reply(WithLongMemory()).Reply("Updated Memory:\nMara has the knot.");

        var events = await WriteAsync();

        Assert.Single(events.OfType<StepEvent.Shortening>());
        var result = Assert.IsType<StepEvent.Finished>(events[^1]).Result;
        Assert.Equal("Mara has the knot.", result.Steps[0].ShortTermMemory);
        Assert.Empty(result.Notices);
    }

    [Fact]
    public async Task WriteAsync_WhenTheShorterMemoryDoesNotCome_KeepsTheLongOneAndSaysSo()
    {
        _chat.Reply(WithLongMemory()).Fail(new StepFailure(FailureKind.Unauthorized));

        var result = Assert.IsType<StepEvent.Finished>((await WriteAsync())[^1]).Result;

        Assert.Equal([StepNotice.MemoryOverLimit], result.Notices);
        Assert.Equal(21, Prose.Sentences(result.Steps[0].ShortTermMemory).Count);
    }

    [Fact]
    public async Task WriteAsync_WithAKeptParagraph_AsksOnlyForWhatGoesWithIt()
    {
        _chat.Reply(Samples.StepReply[Samples.StepReply.IndexOf("Updated Memory", StringComparison.Ordinal)..]);

        var events = await WriteAsync(Request() with { KeptParagraph = "What I keep." });

        var step = Assert.Single(Assert.IsType<StepEvent.Finished>(events[^1]).Result.Steps);
        Assert.Equal(("What I keep.", "What I keep."), (step.Paragraph, step.Summary));
        Assert.Contains("What I keep.", _chat.Requests[0][1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("order: Output Paragraph", _chat.Requests[0][1].Text, StringComparison.Ordinal);
    }

    private static string WithLongMemory() => Samples.StepReply.Replace(
        "Mara has found her own knot at the end of the rope. The boy has not seen it.",
        string.Join(' ', Enumerable.Range(1, 21).Select(i => $"Mara remembers thing {i}.")),
        StringComparison.Ordinal);

    private StepWriter Writer() => new(_clock, new Random(1));

    private Dialogue Dialogue(RecurrenceOptions? options = null) =>
        new(Samples.Models(_chat, _embedder), options ?? new RecurrenceOptions(), _clock, new Random(1)) { Dimensions = () => 27 };

    private static StepRequest Request()
    {
        var first = Samples.Entry(2, "In the morning one tree was gone.", vector: Enumerable.Repeat(1f, 27).ToArray());
        var head = Samples.Entry(3, "Mara lets a rope down.", first.StepId);
        return new StepRequest
        {
            Card = Samples.Card,
            Settings = new StorySettings { NewCharacterChance = 0 },
            Head = Samples.Step(head.StepId),
            Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked),
            Memory = new LongTermMemory("letters", [first, head]),
        };
    }

    private async Task<List<StepEvent>> WriteAsync(StepRequest? request = null, Action<TimeSpan>? onWait = null, RecurrenceOptions? options = null)
    {
        var events = new List<StepEvent>();
        await foreach (var stepEvent in Writer().WriteAsync(request ?? Request(), Dialogue(options), CancellationToken.None))
        {
            events.Add(stepEvent);
            if (stepEvent is StepEvent.Waiting waiting)
            {
                // The wait begins when the loop goes on; a clock moved from another thread, once a timer waits, ends it.
                _ = Task.Run(() => SpinUntilWaiting(() => onWait?.Invoke(waiting.Delay)));
            }
        }

        return events;
    }

    private void SpinUntilWaiting(Action then)
    {
        SpinWait.SpinUntil(() => _clock.Waiting > 0, TimeSpan.FromSeconds(5));
        then();
    }
}
