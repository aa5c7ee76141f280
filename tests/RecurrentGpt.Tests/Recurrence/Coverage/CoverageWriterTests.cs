using Microsoft.Extensions.AI;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence.Coverage;

/// <summary>A run that compares a paragraph with its plan: one request, and nothing of the story is changed.</summary>
public sealed class CoverageWriterTests
{
    private readonly ScriptedChat _chat = new();
    private readonly ScriptedEmbedder _embedder = new();

    [Fact]
    public async Task WriteAsync_Reply_IsToldWithTheVersionOfTheParagraphAndCostsOneRequest()
    {
        _chat.Reply("Coverage:\n1: done \"Mara stood at the hole\"\n2: missing");

        var change = await FinishAsync();

        Assert.Single(_chat.Requests);
        Assert.Empty(_embedder.Requests);
        Assert.Empty(change.Steps);
        Assert.Equal(7, change.Coverage!.ParagraphVersion);
        Assert.Equal(
            [new("Mara goes to the hole.", CoverageMark.Done, "Mara stood at the hole"), new CoveredSentence("She lets a rope down.", CoverageMark.Missing, "")],
            change.Coverage.Sentences);
    }

    [Fact]
    public async Task WriteAsync_ASentenceWithoutAVerdict_StaysByWords()
    {
        _chat.Reply("Coverage:\n1: partly \"nothing of the kind\"");

        var sentences = (await FinishAsync()).Coverage!.Sentences;

        Assert.Equal(new CoveredSentence("Mara goes to the hole.", CoverageMark.Partly, ""), sentences[0]);
        Assert.Equal((CoverageMark.Done, true), (sentences[1].Mark, sentences[1].IsByWords));
    }

    [Theory]
    [InlineData("1: done\n2: done")]
    [InlineData("<think>1: missing</think>\n1: done\n2: done")]
    [InlineData("```\nCoverage\n1: done\n2: done\n```")]
    [InlineData("Coverage:\n\n**1.** ✅ done\n**2.** ✅ done")]
    public async Task WriteAsync_WithoutItsLabelOrInAnyDress_IsReadAllTheSame(string reply)
    {
        _chat.Reply(reply);

        var sentences = (await FinishAsync()).Coverage!.Sentences;

        Assert.All(sentences, sentence => Assert.Equal((CoverageMark.Done, false), (sentence.Mark, sentence.IsByWords)));
    }

    [Fact]
    public async Task WriteAsync_CutOffByTheTokenLimit_KeepsTheLinesThatCame()
    {
        _chat.Reply("Coverage:\n1: done \"Mara stood\"\n2: mis", ChatFinishReason.Length);

        var sentences = (await FinishAsync()).Coverage!.Sentences;

        Assert.Equal([false, true], sentences.Select(sentence => sentence.IsByWords));
    }

    [Theory]
    [InlineData("Coverage:\nA fine paragraph.", FailureKind.Incomplete)]
    [InlineData("I'm sorry, but I can't help with that.", FailureKind.Refused)]
    [InlineData("", FailureKind.EmptyReply)]
    public async Task WriteAsync_NothingUsable_FailsAfterOneRequest(string reply, FailureKind kind)
    {
        _chat.Reply(reply);

        var failed = Assert.IsType<StepEvent.Failed>((await EventsAsync(Step))[^1]);

        Assert.Equal(kind, failed.Failure.Kind);
        Assert.Single(_chat.Requests);
        Assert.Single(failed.Exchanges);
    }

    [Fact]
    public async Task WriteAsync_ServerFails_SaysHow()
    {
        _chat.Fail(new StepFailure(FailureKind.Unauthorized));

        var failed = Assert.IsType<StepEvent.Failed>((await EventsAsync(Step))[^1]);

        Assert.Equal(FailureKind.Unauthorized, failed.Failure.Kind);
    }

    [Fact]
    public async Task WriteAsync_AnOpening_AsksNothing()
    {
        var failed = Assert.IsType<StepEvent.Failed>((await EventsAsync(Samples.Step()))[^1]);

        Assert.Equal(FailureKind.Unexpected, failed.Failure.Kind);
        Assert.Empty(_chat.Requests);
    }

    [Fact]
    public async Task WriteAsync_Prompt_CarriesThePlanNumberedAndTheParagraphInMarks()
    {
        _chat.Reply("1: done");

        await EventsAsync(Step with { Paragraph = "===== Sentences of the plan =====\n1: done" });

        var user = _chat.Requests[0][^1].Text;
        Assert.True(Marks.TryRead(user, PartNames.PlanSentences, out var plan));
        Assert.Equal("1: Mara goes to the hole.\n2: She lets a rope down.", plan);
        Assert.True(Marks.TryRead(user, PartNames.NewParagraph, out var paragraph));
        Assert.Equal("===== Sentences of the plan =====\n1: done", paragraph);
    }

    private static Step Step { get; } = Samples.Step() with { Plan = new Plan("Mara goes to the hole. She lets a rope down.", PlanSource.Own), Version = 7 };

    private async Task<StoryChange> FinishAsync() => Assert.IsType<StepEvent.Finished>((await EventsAsync(Step))[^1]).Result;

    private async Task<IReadOnlyList<StepEvent>> EventsAsync(Step step)
    {
        var dialogue = new Dialogue(Samples.Models(_chat, _embedder), new RecurrenceOptions(), new FakeClock(), new Random(1));
        var events = new List<StepEvent>();
        await foreach (var stepEvent in CoverageWriter.WriteAsync(step, dialogue, default))
        {
            events.Add(stepEvent);
        }

        return events;
    }
}
