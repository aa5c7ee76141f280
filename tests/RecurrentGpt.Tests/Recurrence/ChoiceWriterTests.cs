using RecurrentGpt.Authors;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Recurrence;

/// <summary>The simulated author's choice: one request, and of the story at most the last paragraph is changed, when that was asked for.</summary>
public sealed class ChoiceWriterTests
{
    private const string Longer = "Mara stood at the hole for a while, and listened, and then she let down a rope into it, hand under hand.";
    private readonly ScriptedChat _chat = new();
    private readonly ScriptedEmbedder _embedder = new();

    private static Step Step { get; } = Samples.Step() with
    {
        Version = 5,
        Plans = [new OfferedPlan(1, "She climbs down.", "She climbs down."), new OfferedPlan(2, "The boy calls.", "The boy calls.") { IsLocked = true }],
    };

    private static PastPick Pick { get; } = new(Guid.NewGuid(), Guid.NewGuid(), 12, PlanSource.Picked, "She waits.", ["She waits.", "She runs."]);

    [Fact]
    public async Task WriteAsync_Reply_ProposesAndCostsOneRequest()
    {
        _chat.Reply("Chosen Plan: 1\n\nReason: The hole is open still.\n\nFollowed Choice: 12\n\nRevised Plan: She ties the rope. She climbs down.\n\nVerdict: yes\n\nQuoted Passage: let down a rope");

        var change = await FinishAsync(new ChoiceOrder { MayRevise = true, StopCondition = "when she goes down" }, [Pick]);

        Assert.Single(_chat.Requests);
        Assert.Empty(_embedder.Requests);
        Assert.Equal(ExchangePurpose.Choice, Assert.Single(change.Exchanges).Purpose);
        Assert.Equal((0, null, null, null), (change.Steps.Count, change.Plans, change.Summary, change.Extended));
        var choice = ChoiceReply.Read(change.Proposal, Step, [Pick]);
        Assert.Equal((1, "She ties the rope. She climbs down.", "The hole is open still.", (Guid?)Pick.StepId), (choice.Number, choice.Plan.Text, choice.Reason, choice.FollowedStepId));
        Assert.Equal(new StopVerdict(true, "let down a rope") { IsQuoted = true }, StopVerdict.Read(change.Proposal, Step.Paragraph));
    }

    [Fact]
    public async Task WriteAsync_ALockedPlan_IsChosenAndNotRevised()
    {
        _chat.Reply("Chosen Plan: 2\n\nReason: He knows more.\n\nRevised Plan: The boy shouts. He falls silent.");

        var change = await FinishAsync(new ChoiceOrder { MayRevise = true });

        Assert.Equal(new Plan("The boy calls.", PlanSource.Autopilot), ChoiceReply.Read(change.Proposal, Step, []).Plan);
    }

    [Fact]
    public async Task WriteAsync_APlanThatIsNotThere_IsAskedForByNameWithItsReason()
    {
        _chat.Reply("Chosen Plan: 4\n\nReason: It is the best.\n\nRevised Plan: They go home. They sleep.").Reply("Chosen Plan: 2\n\nReason: He knows more.");

        var change = await FinishAsync(new ChoiceOrder { MayRevise = true });

        Assert.Equal(2, _chat.Requests.Count);
        Assert.EndsWith("in this order: Chosen Plan, Reason", _chat.Requests[1][^1].Text, StringComparison.Ordinal);
        Assert.Contains("Your last reply did not have all", _chat.Requests[1][^1].Text, StringComparison.Ordinal);
        Assert.Equal((2, "He knows more.", "The boy calls."), Read(change));
    }

    [Fact]
    public async Task WriteAsync_NeverAPlanThatIsThere_FailsAndNamesIt()
    {
        _chat.Reply("Chosen Plan: 4\n\nReason: Best.").Reply("Chosen Plan: 5\n\nReason: Best.").Reply("Chosen Plan: 6\n\nReason: Best.");

        var failed = Assert.IsType<StepEvent.Failed>((await EventsAsync(new ChoiceOrder(), []))[^1]);

        Assert.Equal((FailureKind.Incomplete, "Chosen Plan"), (failed.Failure.Kind, failed.Failure.Detail));
        Assert.Equal(3, _chat.Requests.Count);
    }

    [Fact]
    public async Task WriteAsync_NoVerdict_IsAskedForAndTheChoiceStays()
    {
        _chat.Reply("Chosen Plan: 1\n\nReason: The hole is open.\n\nVerdict: perhaps").Reply("Verdict: no");

        var change = await FinishAsync(new ChoiceOrder { StopCondition = "before anyone dies" });

        Assert.EndsWith("- Chosen Plan was 1, and stays so.\nLabels to write, in this order: Verdict", _chat.Requests[1][^1].Text, StringComparison.Ordinal);
        Assert.Equal((1, "The hole is open.", "She climbs down."), Read(change));
        Assert.False(StopVerdict.Read(change.Proposal, Step.Paragraph).IsMet);
    }

    [Theory]
    [InlineData("Plan 2, because he knows more.")]
    [InlineData("2")]
    public async Task WriteAsync_NoLabelAtAll_IsAskedForByName(string reply)
    {
        _chat.Reply(reply).Reply("Chosen Plan: 2\n\nReason: He knows more.");

        Assert.Equal((2, "He knows more.", "The boy calls."), Read(await FinishAsync(new ChoiceOrder())));
    }

    [Fact]
    public async Task WriteAsync_Refused_FailsAfterOneRequest()
    {
        _chat.Reply("I'm sorry, but I can't help with that.");

        var failed = Assert.IsType<StepEvent.Failed>((await EventsAsync(new ChoiceOrder(), []))[^1]);

        Assert.Equal(FailureKind.Refused, failed.Failure.Kind);
        Assert.Single(failed.Exchanges);
    }

    [Fact]
    public async Task WriteAsync_NoPlanToFollow_AsksNothing()
    {
        var failed = Assert.IsType<StepEvent.Failed>((await EventsAsync(new ChoiceOrder(), [], Step with { Plans = [new OfferedPlan(1, " ", "")] }))[^1]);

        Assert.Equal(FailureKind.Unexpected, failed.Failure.Kind);
        Assert.Empty(_chat.Requests);
    }

    [Fact]
    public async Task WriteAsync_Extends_GivesTheLongerParagraphAndTheVersionItWasMadeOf()
    {
        _chat.Reply($"Chosen Plan: 1\n\nReason: Open.\n\nExtended Paragraph:\n{Longer}");

        var change = await FinishAsync(new ChoiceOrder { Extends = true });

        Assert.Equal(new ExtendedParagraph(Longer, 5), change.Extended);
        Assert.DoesNotContain(Section.ExtendedParagraph, change.Proposal.Keys);
    }

    [Theory]
    [InlineData("Extended Paragraph:\nMara stood there.")]
    [InlineData("")]
    public async Task WriteAsync_NothingLonger_LeavesTheParagraph(string section)
    {
        _chat.Reply($"Chosen Plan: 1\n\nReason: Open.\n\n{section}");

        Assert.Null((await FinishAsync(new ChoiceOrder { Extends = true })).Extended);
    }

    [Fact]
    public async Task WriteAsync_ConditionMet_LeavesTheParagraphAsItWasJudged()
    {
        _chat.Reply($"Chosen Plan: 1\n\nReason: Open.\n\nVerdict: yes\n\nQuoted Passage: let down a rope\n\nExtended Paragraph:\n{Longer}");

        Assert.Null((await FinishAsync(new ChoiceOrder { Extends = true, StopCondition = "when she goes down" })).Extended);
    }

    [Fact]
    public async Task WriteAsync_LockedParagraph_IsNotAskedForAndNotTaken()
    {
        _chat.Reply($"Chosen Plan: 1\n\nReason: Open.\n\nExtended Paragraph:\n{Longer}");

        var events = await EventsAsync(new ChoiceOrder { Extends = true }, [], Step with { IsLocked = true });

        Assert.Null(Assert.IsType<StepEvent.Finished>(events[^1]).Result.Extended);
        Assert.False(_chat.Requests[0][^1].Text.Contains("Extended Paragraph", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WriteAsync_ConditionOverItsLimit_IsRefusedAndNothingAsked()
    {
        var order = new ChoiceOrder { StopCondition = new string('x', StoryLimits.Wish + 1) };

        await Assert.ThrowsAsync<InvalidOperationException>(() => EventsAsync(order, []));
        Assert.Empty(_chat.Requests);
    }

    private static (int Number, string Reason, string Plan) Read(StoryChange change)
    {
        var choice = ChoiceReply.Read(change.Proposal, Step, []);
        return (choice.Number, choice.Reason, choice.Plan.Text);
    }

    private async Task<StoryChange> FinishAsync(ChoiceOrder order, IReadOnlyList<PastPick>? shown = null) => Assert.IsType<StepEvent.Finished>((await EventsAsync(order, shown ?? []))[^1]).Result;

    private async Task<IReadOnlyList<StepEvent>> EventsAsync(ChoiceOrder order, IReadOnlyList<PastPick> shown, Step? step = null)
    {
        var dialogue = new Dialogue(Samples.Models(_chat, _embedder), new RecurrenceOptions(), new FakeClock(), new Random(1));
        var events = new List<StepEvent>();
        await foreach (var stepEvent in ChoiceWriter.WriteAsync(new ChoiceRequest(Samples.Card, step ?? Step, order) { Shown = shown }, dialogue, default))
        {
            events.Add(stepEvent);
        }

        return events;
    }
}
