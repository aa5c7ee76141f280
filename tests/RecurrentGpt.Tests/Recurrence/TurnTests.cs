using RecurrentGpt.Memory;
using RecurrentGpt.Play;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

public sealed class TurnTests
{
    private static readonly PlaySettings Short = new() { Length = PlayLength.Short };
    private static readonly string EndingReply = Samples.StepReply[..Samples.StepReply.IndexOf("Instruction 1", StringComparison.Ordinal)];
    private static readonly string Head = PlayPrompt.Render(Samples.Card, new StorySettings(), Arc.Entry(Short), null, "", "", [], "", newCharacter: false).System.Text;
    private readonly ScriptedChat _chat = new();
    private readonly ScriptedEmbedder _embedder = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task WriteAsync_OfAnAction_IsAStepThatKnowsItsTurn()
    {
        _chat.Reply(Samples.StepReply);

        var step = Step(await WriteAsync(Request(new PlayTurn(TurnKind.Action, 4, Short))));

        Assert.Equal((1, 2), (_chat.Requests.Count, _embedder.Requests.Count));
        Assert.Equal((TurnKind.Action, 4, 3), (step.Turn!.Kind, step.Turn.Number, step.Plans.Count));
        Assert.Equal(Head, _chat.Requests[0][0].Text);
        Assert.Contains("Write turn 4 of 12 now", _chat.Requests[0][1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_OfATurnOfAStoryWithItsOwnPrompt_SendsOurs()
    {
        _chat.Reply(Samples.StepReply);
        var own = new StoryPrompts { Step = new PromptTemplate("Mine.", TemplateForm.Step.Default.Layout) };

        await WriteAsync(Request(new PlayTurn(TurnKind.Action, 4, Short)) with { Prompts = own });

        Assert.Equal(Head, _chat.Requests[0][0].Text);
    }

    [Theory]
    [InlineData(TurnKind.Ending)]
    [InlineData(TurnKind.Epilogue)]
    public async Task WriteAsync_OfAnEnd_StoresNoPlansAndAsksForNone(TurnKind kind)
    {
        _chat.Reply(EndingReply);

        var events = await WriteAsync(Request(new PlayTurn(kind, 12, Short)));

        Assert.Single(_chat.Requests);
        Assert.Empty(events.OfType<StepEvent.Repairing>());
        Assert.Empty(Step(events).Plans);
        Assert.Equal(kind, Step(events).Turn!.Kind);
    }

    [Fact]
    public async Task WriteAsync_OfAnEndThatBringsChoicesAllTheSame_StoresNone()
    {
        _chat.Reply(Samples.StepReply);

        Assert.Empty(Step(await WriteAsync(Request(new PlayTurn(TurnKind.Ending, 12, Short)))).Plans);
    }

    [Fact]
    public async Task WriteAsync_OfAnEndWithoutMemory_AsksForMemoryAlone()
    {
        _chat.Reply(EndingReply[..EndingReply.IndexOf("Updated Memory", StringComparison.Ordinal)]).Reply("Updated Memory:\nThe well is closed for good.");

        var events = await WriteAsync(Request(new PlayTurn(TurnKind.Ending, 12, Short)));

        Assert.Equal([Section.Memory], Assert.Single(events.OfType<StepEvent.Repairing>()).Missing);
        Assert.EndsWith("in this order: Updated Memory", _chat.Requests[1][1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Instruction", _chat.Requests[1][1].Text, StringComparison.Ordinal);
        Assert.Equal("The well is closed for good.", Step(events).ShortTermMemory);
    }

    [Fact]
    public async Task WriteAsync_OfATurnThatLacksAChoice_AsksForAnActionInItsPerson()
    {
        _chat.Reply(Samples.StepReply[..Samples.StepReply.IndexOf("Instruction 3", StringComparison.Ordinal)]).Reply("Instruction 3:\nI cut the rope.");

        var step = Step(await WriteAsync(Request(new PlayTurn(TurnKind.Action, 4, Short with { Person = PlayPerson.First }))));

        Assert.Equal("I cut the rope.", step.Plans[2]);
        Assert.Contains("I open the gate.", _chat.Requests[1][1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("about five sentences", _chat.Requests[1][0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_OfAnEntryAfterAnEnding_CallsTheReaderBack()
    {
        _chat.Reply(Samples.StepReply);
        var request = Request(Arc.Entry(new PlaySettings { Length = PlayLength.Endless }));

        var step = Step(await WriteAsync(request with { Head = request.Head with { Turn = new PlayTurn(TurnKind.Ending, 12, Short) } }));

        Assert.Contains("calls the main character back", _chat.Requests[0][1].Text, StringComparison.Ordinal);
        Assert.Equal((TurnKind.Entry, PlayLength.Endless, 3), (step.Turn!.Kind, step.Turn.Play.Length, step.Plans.Count));
    }

    [Fact]
    public async Task WriteAsync_WithAKeptEnding_AsksForNoChoices()
    {
        _chat.Reply("Updated Memory:\nThe well is closed.");

        var step = Step(await WriteAsync(Request(new PlayTurn(TurnKind.Ending, 12, Short)) with { KeptParagraph = "What I keep." }));

        Assert.Equal(("What I keep.", "The well is closed.", 0), (step.Paragraph, step.ShortTermMemory, step.Plans.Count));
        Assert.Single(_chat.Requests);
    }

    [Fact]
    public async Task WriteAsync_WithShortActionsThatDiffer_AsksForNoOther()
    {
        _chat.Reply(WithPlans("You ask the boy about the knot.", "You ask the boy about the rope.", "You ask the boy about the well."));

        var events = await WriteAsync(Request(new PlayTurn(TurnKind.Action, 4, Short)));

        Assert.Single(_chat.Requests);
        Assert.Equal(3, Step(events).Plans.Count);
    }

    [Fact]
    public async Task WriteAsync_WithTheSameActionTwice_AsksForAnotherOnce()
    {
        _chat.Reply(WithPlans("Cut the rope.", "Ask the boy about the knot.", "Ask the boy about his knot.")).Reply("Instruction 3:\nBlow out the lamp.");

        var step = Step(await WriteAsync(Request(new PlayTurn(TurnKind.Action, 4, Short))));

        Assert.Equal("Blow out the lamp.", step.Plans[2]);
        Assert.Contains("Open the gate.", _chat.Requests[1][1].Text, StringComparison.Ordinal);
    }

    private static string WithPlans(string first, string second, string third) => $"{EndingReply}Instruction 1:\n{first}\n\nInstruction 2:\n{second}\n\nInstruction 3:\n{third}";

    private static NewStep Step(List<StepEvent> events) => Assert.Single(Assert.IsType<StepEvent.Finished>(events[^1]).Result.Steps);

    private static StepRequest Request(PlayTurn turn)
    {
        var head = Samples.Entry(3, "Mara lets a rope down.", vector: Enumerable.Repeat(1f, 27).ToArray());
        return new StepRequest
        {
            Card = Samples.Card,
            Settings = new StorySettings { NewCharacterChance = 0 },
            Head = Samples.Step(head.StepId),
            Plan = new Plan("Pull the rope up.", PlanSource.Own),
            Memory = new LongTermMemory("letters", [head]),
            Turn = turn,
        };
    }

    private async Task<List<StepEvent>> WriteAsync(StepRequest request)
    {
        var dialogue = new Dialogue(Samples.Models(_chat, _embedder), new RecurrenceOptions(), _clock, new Random(1));
        var events = new List<StepEvent>();
        await foreach (var stepEvent in new StepWriter(_clock, new Random(1)).WriteAsync(request, dialogue, CancellationToken.None))
        {
            events.Add(stepEvent);
        }

        return events;
    }
}
