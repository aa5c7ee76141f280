using RecurrentGpt.Authors;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

public sealed class JudgementWriterTests
{
    private readonly ScriptedChat _chat = new();
    private readonly ScriptedEmbedder _embedder = new();

    private static Step Step { get; } = Samples.Step();

    [Fact]
    public async Task WriteAsync_Reply_ProposesTheVerdictAndCostsOneRequest()
    {
        _chat.Reply("Verdict: yes\n\nQuoted Passage: \"let down a rope\"");

        var change = Assert.IsType<StepEvent.Finished>((await EventsAsync())[^1]).Result;

        Assert.Equal(new StopVerdict(true, "let down a rope") { IsQuoted = true }, StopVerdict.Read(change.Proposal, Step.Paragraph));
        Assert.Equal(ExchangePurpose.Judgement, Assert.Single(change.Exchanges).Purpose);
        Assert.Empty(_embedder.Requests);
        Assert.Equal((0, null, null), (change.Steps.Count, change.Plans, change.Extended));
        var user = _chat.Requests[0][^1].Text;
        Assert.True(Marks.TryRead(user, PartNames.StopCondition, out var condition) && Marks.TryRead(user, PartNames.LastParagraph, out var paragraph) && paragraph == Step.Paragraph);
        Assert.Equal("when she goes down", condition);
    }

    [Theory]
    [InlineData("Verdict: perhaps")]
    [InlineData("Nothing of the kind.")]
    public async Task WriteAsync_NeitherYesNorNo_IsAskedForByName(string reply)
    {
        _chat.Reply(reply).Reply("Verdict: no\n\nQuoted Passage: none");

        var change = Assert.IsType<StepEvent.Finished>((await EventsAsync())[^1]).Result;

        Assert.Equal(new Dictionary<Section, string> { [Section.Verdict] = "no" }, change.Proposal);
        Assert.Equal([ExchangePurpose.Judgement, ExchangePurpose.Repair], change.Exchanges.Select(exchange => exchange.Purpose));
    }

    [Fact]
    public async Task WriteAsync_NeverAVerdict_FailsAfterTheUsualTries()
    {
        _chat.Reply("Verdict: perhaps").Reply("Verdict: maybe").Reply("Verdict: who knows");

        var failed = Assert.IsType<StepEvent.Failed>((await EventsAsync())[^1]);

        Assert.Equal((FailureKind.Incomplete, "Verdict", 3), (failed.Failure.Kind, failed.Failure.Detail, failed.Exchanges.Count));
    }

    [Fact]
    public async Task WriteAsync_NoCondition_AsksNothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => EventsAsync(" "));

        Assert.Empty(_chat.Requests);
    }

    private async Task<IReadOnlyList<StepEvent>> EventsAsync(string condition = "when she goes down")
    {
        var dialogue = new Dialogue(Samples.Models(_chat, _embedder), new RecurrenceOptions(), new FakeClock(), new Random(1));
        var events = new List<StepEvent>();
        await foreach (var stepEvent in JudgementWriter.WriteAsync(Samples.Story, Step, condition, dialogue, default))
        {
            events.Add(stepEvent);
        }

        return events;
    }
}
