using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

public sealed class PromptTooLongTests
{
    private static readonly StepFailure TooLong = new(FailureKind.ContextTooLong, "HTTP 400: context_length_exceeded");

    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task WriteAsync_PromptTooLong_IsSentAgainWithoutWhatWasRecalled()
    {
        _chat.Fail(TooLong).Reply(Samples.StepReply);

        var events = await WriteAsync(Request());

        Assert.Contains("One tree was gone.", _chat.Requests[0][1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("One tree was gone.", _chat.Requests[1][1].Text, StringComparison.Ordinal);
        Assert.Contains("Mara fears the dark.", _chat.Requests[1][1].Text, StringComparison.Ordinal);
        var result = Assert.IsType<StepEvent.Finished>(events[^1]).Result;
        Assert.Equal("Mara fears the dark.", Assert.Single(result.Steps[0].Recalled).Text);
        Assert.Equal([StepNotice.RecalledLeftOut], result.Notices);
        Assert.Equal([FailureKind.ContextTooLong, null], result.Exchanges.Select(exchange => exchange.Failure?.Kind));
    }

    [Fact]
    public async Task WriteAsync_PromptTooLong_TellsOfTheShorterOneBeforeItIsSent()
    {
        _chat.Fail(TooLong).Reply(Samples.StepReply);

        var events = await WriteAsync(Request());

        var told = events.FindIndex(stepEvent => stepEvent is StepEvent.LeavingOut);
        var leaving = (StepEvent.LeavingOut)events[told];
        Assert.Equal((1, RecallReason.Pinned), (leaving.Count, Assert.Single(leaving.Recall.Entries).Reason));
        var prompt = Assert.IsType<StepEvent.PromptReady>(events[told + 1]).Prompt;
        Assert.Equal(_chat.Requests[1][1].Text, prompt.User);
    }

    [Fact]
    public async Task WriteAsync_TooLongEvenThen_FailsAndNamesThePartsByTheirSizes()
    {
        _chat.Fail(TooLong).Fail(TooLong);

        var failed = Assert.IsType<StepEvent.Failed>((await WriteAsync(Request()))[^1]);

        var (said, parts) = SentSizes.Read(failed.Failure);
        Assert.Equal("HTTP 400: context_length_exceeded", said);
        Assert.Equal(PartKind.Instructions, parts[0].Kind);
        Assert.Equal(parts.OrderByDescending(part => part.Tokens), parts);
        Assert.Equal(
            TokenEstimate.Of(_chat.Requests[1][0].Text + _chat.Requests[1][1].Text),
            parts.Sum(part => part.Tokens), tolerance: 10);
        Assert.Equal(2, _chat.Requests.Count);
    }

    [Fact]
    public async Task WriteAsync_TooLongWithNothingRecalled_IsNotSentAgain()
    {
        _chat.Fail(TooLong);

        var failed = Assert.IsType<StepEvent.Failed>((await WriteAsync(Request() with { Memory = new LongTermMemory("letters", []) }))[^1]);

        Assert.Equal(FailureKind.ContextTooLong, failed.Failure.Kind);
        Assert.Single(_chat.Requests);
    }

    [Fact]
    public async Task WriteAsync_TooLongInTheMiddle_IsNotSentAgain()
    {
        _chat.Fail(TooLong, before: "Output Paragraph:\nMara pulled");

        Assert.IsType<StepEvent.Failed>((await WriteAsync(Request()))[^1]);

        Assert.Single(_chat.Requests);
    }

    [Fact]
    public async Task WriteAsync_TooLongAsTheLastRequest_IsNotSentAgain()
    {
        _chat.Fail(TooLong);

        await WriteAsync(Request(), new RecurrenceOptions { MaxRequests = 1 });

        Assert.Single(_chat.Requests);
    }

    [Fact]
    public void Read_AnotherFailure_HasNoParts()
    {
        var (said, parts) = SentSizes.Read(new StepFailure(FailureKind.Rejected, "HTTP 400: no\nsent: Card 3"));

        Assert.Equal("HTTP 400: no\nsent: Card 3", said);
        Assert.Empty(parts);
    }

    private static StepRequest Request()
    {
        var pinned = Samples.Entry(1, "Mara fears the dark.", vector: ScriptedEmbedder.Embed("dark")) with { Pinned = true };
        var second = Samples.Entry(2, "One tree was gone.", pinned.StepId, ScriptedEmbedder.Embed("tree"));
        var head = Samples.Entry(3, "Mara lets a rope down.", second.StepId);
        return new StepRequest
        {
            Card = Samples.Card,
            Settings = new StorySettings { NewCharacterChance = 0 },
            Head = Samples.Step(head.StepId),
            Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked),
            Memory = new LongTermMemory("letters", [pinned, second, head]),
        };
    }

    private async Task<List<StepEvent>> WriteAsync(StepRequest request, RecurrenceOptions? options = null)
    {
        var dialogue = new Dialogue(Samples.Models(_chat), options ?? new RecurrenceOptions(), _clock, new Random(1));
        var events = new List<StepEvent>();
        await foreach (var stepEvent in new StepWriter(_clock, new Random(1)).WriteAsync(request, dialogue, CancellationToken.None))
        {
            events.Add(stepEvent);
        }

        return events;
    }
}
