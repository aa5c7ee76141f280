using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

public sealed class OpeningWriterTests
{
    private readonly ScriptedChat _chat = new();
    private readonly ScriptedEmbedder _embedder = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task WriteAsync_FromAPremise_GivesThreeStepsWithMemoryAndPlansOnTheLast()
    {
        _chat.Reply(Samples.OpeningReply);

        var result = Finished(await WriteAsync(""));

        Assert.Equal("The Glass Orchard", result.Title);
        Assert.Equal(["", "", "Mara keeps the orchard. One tree is gone, and the hole is deep."], result.Steps.Select(step => step.ShortTermMemory));
        Assert.Equal([0, 0, 3], result.Steps.Select(step => step.Plans.Count));
        Assert.All(result.Steps, step => Assert.NotNull(step.Vector));
        Assert.Single(_embedder.Requests);
    }

    [Fact]
    public async Task WriteAsync_WhileItStreams_TellsWhichParagraphEachPieceBelongsTo()
    {
        _chat.Reply(Samples.OpeningReply);

        var events = await WriteAsync("");

        Assert.Equal(
            [Section.Paragraph1, Section.Paragraph2, Section.Paragraph3],
            events.OfType<StepEvent.ParagraphText>().Select(text => text.Section).Distinct());
    }

    [Fact]
    public async Task WriteAsync_WithTheAuthorsText_KeepsItAndAsksForMemoryAndPlansOnly()
    {
        const string Own = "It rained.\r\n\r\nThe post came late.\n\n\nNobody had died yet.";
        _chat.Reply("Name:\nLate Post\n\nOutline:\nA letter comes.\n\n" + Samples.OpeningReply[Samples.OpeningReply.IndexOf("Summary:", StringComparison.Ordinal)..]);

        var result = Finished(await WriteAsync(Own));

        Assert.Equal(["It rained.", "The post came late.", "Nobody had died yet."], result.Steps.Select(step => step.Paragraph));
        Assert.Contains(Own, _chat.Requests[0][1].Text, StringComparison.Ordinal);
        Assert.Equal(3, result.Steps[^1].Plans.Count);
    }

    [Fact]
    public async Task WriteAsync_OfTheAuthorsTextWithoutMemoryInTheReply_RepairsWithTheTextInHand()
    {
        var plans = Samples.OpeningReply[Samples.OpeningReply.IndexOf("Instruction 1", StringComparison.Ordinal)..];
        _chat.Reply("Name:\nLate Post\n\n" + plans).Reply("Updated Memory:\nThe post came late.");

        var result = Finished(await WriteAsync("It rained all day."));

        Assert.Equal("The post came late.", result.Steps[^1].ShortTermMemory);
        Assert.Contains("It rained all day.", _chat.Requests[1][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_OfInteractiveFiction_OpensAroundItsReader()
    {
        _chat.Reply(Samples.OpeningReply);

        var result = Finished(await WriteAsync("", Samples.Card with { Kind = StoryKind.InteractiveFiction }));

        Assert.Equal(3, result.Steps[^1].Plans.Count);
        Assert.All(result.Steps, step => Assert.Null(step.Turn));
        Assert.Contains("a story that its reader plays", _chat.Requests[0][0].Text, StringComparison.Ordinal);
        Assert.Contains("The main character is \"you\"", _chat.Requests[0][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_WithARefusal_FailsAsRefused()
    {
        _chat.Reply("I'm sorry, but I can't help with that.");

        var failed = Assert.IsType<StepEvent.Failed>((await WriteAsync(""))[^1]);

        Assert.Equal(FailureKind.Refused, failed.Failure.Kind);
        Assert.Single(_chat.Requests);
    }

    private static StoryChange Finished(List<StepEvent> events) => Assert.IsType<StepEvent.Finished>(events[^1]).Result;

    private async Task<List<StepEvent>> WriteAsync(string own, StoryCard? card = null)
    {
        var dialogue = new Dialogue(Samples.Models(_chat, _embedder), new RecurrenceOptions(), _clock, new Random(1));
        var events = new List<StepEvent>();
        await foreach (var stepEvent in new OpeningWriter(_clock).WriteAsync(card ?? Samples.Card, new StorySettings(), own, dialogue, CancellationToken.None))
        {
            events.Add(stepEvent);
        }

        return events;
    }
}
