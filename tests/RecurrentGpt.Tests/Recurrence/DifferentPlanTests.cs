using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Tests.Stories;

namespace RecurrentGpt.Tests.Recurrence;

public sealed class DifferentPlanTests
{
    private const string Other = "The hum stops. Mara goes out to count the glass trees by touch. One more is gone than before.";
    private static readonly PlanScene Scene = PlanPairs.Scenes[0];
    private readonly ScriptedChat _chat = new();
    private readonly FakeClock _clock = new();

    [Fact]
    public async Task WriteAsync_StepWithTwoPlansThatAreAlike_AsksForTheLaterOnceMore()
    {
        _chat.Reply(StepReply(Scene.First, Scene.Second, Scene.Reworded)).Reply($"Instruction 3:\n{Other}");

        var result = Finished(await StepAsync());

        Assert.Equal([Scene.First, Scene.Second, Other], result.Steps[0].Plans);
        Assert.Equal([ExchangePurpose.Step, ExchangePurpose.DifferentPlan], result.Exchanges.Select(exchange => exchange.Purpose));
        Assert.Equal(2, _chat.Requests.Count);
        Assert.DoesNotContain(StepNotice.PlansAlike, result.Notices);
        Assert.Equal(new TokenUsage(200, 40, 120), result.Steps[0].Usage);
    }

    [Fact]
    public async Task WriteAsync_StepWithTwoPlansThatAreAlike_NamesThePlansToDifferFrom()
    {
        _chat.Reply(StepReply(Scene.First, Scene.Reworded, Scene.Second)).Reply($"Instruction 2:\n{Other}");

        var events = await StepAsync();

        Assert.Equal(2, Assert.Single(events.OfType<StepEvent.Differing>()).Number);
        var sent = _chat.Requests[1][1].Text;
        Assert.Equal(Scene.First, Read(sent, "Instruction 1"));
        Assert.Equal(Scene.Second, Read(sent, "Instruction 3"));
        Assert.Equal(Scene.Reworded, Read(sent, PartNames.OfferedPlans));
        Assert.Contains("too close to Instruction 1.", sent, StringComparison.Ordinal);
        Assert.EndsWith("in this order: Instruction 2", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_StepWithThreePlansThatAreAlike_AsksOnceAllTheSame()
    {
        _chat.Reply(StepReply(Scene.First, Scene.Reworded, Scene.First.Replace("Mara", "Ysolde", StringComparison.Ordinal))).Reply($"Instruction 3:\n{Other}");

        var result = Finished(await StepAsync());

        Assert.Equal([Scene.First, Scene.Reworded, Other], result.Steps[0].Plans);
        Assert.Equal(2, _chat.Requests.Count);
        Assert.Contains(StepNotice.PlansAlike, result.Notices);
    }

    [Fact]
    public async Task WriteAsync_WhenTheOtherPlanIsNoBetter_KeepsTheFirstAndSaysSo()
    {
        _chat.Reply(StepReply(Scene.First, Scene.Second, Scene.Reworded)).Reply($"Instruction 3:\n{Scene.First}");

        var result = Finished(await StepAsync());

        Assert.Equal(Scene.Reworded, result.Steps[0].Plans[2]);
        Assert.Contains(StepNotice.PlansAlike, result.Notices);
        Assert.Equal(2, _chat.Requests.Count);
    }

    [Theory]
    [InlineData(FailureKind.ServerError)]
    [InlineData(FailureKind.Unauthorized)]
    [InlineData(FailureKind.CutOff)]
    public async Task WriteAsync_WhenTheRequestFails_KeepsThePlanAndAsksNoMore(FailureKind kind)
    {
        _chat.Reply(StepReply(Scene.First, Scene.Second, Scene.Reworded)).Fail(new StepFailure(kind), before: kind == FailureKind.CutOff ? "Instruction 3:\nThe hum sto" : "");

        var result = Finished(await StepAsync());

        Assert.Equal(Scene.Reworded, result.Steps[0].Plans[2]);
        Assert.Contains(StepNotice.PlansAlike, result.Notices);
        Assert.Equal(2, _chat.Requests.Count);
    }

    [Fact]
    public async Task WriteAsync_WhenTheReplyHasNoPlan_KeepsTheFirstAndAsksNoMore()
    {
        _chat.Reply(StepReply(Scene.First, Scene.Second, Scene.Reworded)).Reply("I have no other idea.");

        var result = Finished(await StepAsync());

        Assert.Equal(Scene.Reworded, result.Steps[0].Plans[2]);
        Assert.Contains(StepNotice.PlansAlike, result.Notices);
        Assert.Equal(2, _chat.Requests.Count);
    }

    [Fact]
    public async Task WriteAsync_AfterAllRequestsAreUsedUp_AsksNoMoreAndSaysSo()
    {
        _chat.Fail(new StepFailure(FailureKind.ServerError)).Fail(new StepFailure(FailureKind.ServerError))
            .Reply(Without(StepReply(Scene.First, Scene.Second, Scene.Reworded), "Instruction 3")).Reply($"Instruction 3:\n{Scene.Reworded}");

        var result = Finished(await StepAsync(wait => _clock.Advance(wait)));

        Assert.Equal(4, _chat.Requests.Count);
        Assert.Contains(StepNotice.PlansAlike, result.Notices);
    }

    [Fact]
    public async Task WriteAsync_OpeningWithTwoPlansThatAreAlike_AsksForTheLaterFromTheLastParagraph()
    {
        _chat.Reply(Samples.OpeningReply[..Samples.OpeningReply.IndexOf("Instruction 1", StringComparison.Ordinal)] + Plans(Scene.First, Scene.Reworded, Scene.Second))
            .Reply($"Instruction 2:\n{Other}");

        var result = Finished(await DrainAsync(new OpeningWriter(_clock).WriteAsync(Samples.Card, new StorySettings(), "", Dialogue(), CancellationToken.None)));

        Assert.Equal([Scene.First, Other, Scene.Second], result.Steps[^1].Plans);
        Assert.Equal("Mara stood at the hole and let down a rope.", Read(_chat.Requests[1][1].Text, PartNames.LastParagraph));
    }

    [Fact]
    public async Task WriteAsync_OwnOpeningWithTwoPlansThatAreAlike_AsksForTheLater()
    {
        _chat.Reply("Summary:\nIt rains.\n\n" + Plans(Scene.First, Scene.Reworded, Scene.Second)).Reply($"Instruction 2:\n{Other}");

        var result = Finished(await DrainAsync(new OpeningWriter(_clock).WriteAsync(Samples.Card, new StorySettings(), "It rained.\n\nNobody came.", Dialogue(), CancellationToken.None)));

        Assert.Equal([Scene.First, Other, Scene.Second], result.Steps[^1].Plans);
        Assert.Equal("Nobody came.", Read(_chat.Requests[1][1].Text, PartNames.LastParagraph));
    }

    [Fact]
    public async Task WriteAsync_NewPlanThatIsLikeALockedOne_AsksForTheNewOneAgain()
    {
        _chat.Reply($"Instruction 1:\n{Scene.Reworded}\n\nInstruction 2:\n{Scene.Second}").Reply($"Instruction 1:\n{Other}");

        var result = Finished(await NewPlansAsync([Offer(1, "She waits."), Offer(2, "She rows."), Offer(3, Scene.First) with { IsLocked = true }]));

        Assert.Equal([(1, Other), (2, Scene.Second)], result.Plans!.Select(plan => (plan.Key, plan.Value)));
        Assert.Equal([ExchangePurpose.NewPlans, ExchangePurpose.DifferentPlan], result.Exchanges.Select(exchange => exchange.Purpose));
    }

    [Fact]
    public async Task WriteAsync_OneNewPlan_AsksForThatLabelWithTheWishAndTheOthersBesideIt()
    {
        _chat.Reply($"Instruction 2:\n{Other}");

        var result = Finished(await NewPlansAsync([Offer(1, Scene.First), Offer(2, Scene.Second), Offer(3, Scene.Third)], number: 2, wish: "quieter"));

        var sent = Assert.Single(_chat.Requests)[1].Text;
        Assert.Equal([(2, Other)], result.Plans!.Select(plan => (plan.Key, plan.Value)));
        Assert.Equal(("quieter", Scene.Second), (Read(sent, PartNames.Wish), Read(sent, PartNames.OfferedPlans)));
        Assert.Equal((Scene.First, Scene.Third), (Read(sent, "Instruction 1"), Read(sent, "Instruction 3")));
        Assert.Contains("\nWrite one other plan now.\n", sent, StringComparison.Ordinal);
        Assert.EndsWith("in this order: Instruction 2", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_PlansThatStandAreAlike_IsNoneOfTheRunsBusiness()
    {
        _chat.Reply($"Instruction 2:\n{Other}");

        var result = Finished(await NewPlansAsync([Offer(1, Scene.First), Offer(2, Scene.Second), Offer(3, Scene.Reworded)], number: 2));

        Assert.Single(_chat.Requests);
        Assert.Empty(result.Notices);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(2)]
    public async Task WriteAsync_PlansThatAreLocked_AreNotAskedFor(int? number)
    {
        var locked = Enumerable.Range(1, 3).Select(each => Offer(each, "She waits.") with { IsLocked = true }).ToList();

        await Assert.ThrowsAsync<InvalidOperationException>(() => NewPlansAsync(locked, number));
        Assert.Empty(_chat.Requests);
    }

    [Fact]
    public async Task WriteAsync_KeptParagraphWithPlansThatCameBefore_AsksNothing()
    {
        var arrived = new Dictionary<Section, string>
        {
            [Section.Memory] = "One tree is gone.",
            [Section.Instruction1] = Scene.First,
            [Section.Instruction2] = Scene.Second,
            [Section.Instruction3] = Scene.Reworded,
        };

        var result = Finished(await StepAsync(kept: "Mara stood in the rain.", arrived: arrived));

        Assert.Equal([Scene.First, Scene.Second, Scene.Reworded], result.Steps[0].Plans);
        Assert.Empty(_chat.Requests);
    }

    private static OfferedPlan Offer(int number, string text) => new(number, text, text);

    private static string Plans(string first, string second, string third) => $"Instruction 1:\n{first}\n\nInstruction 2:\n{second}\n\nInstruction 3:\n{third}\n";

    private static string StepReply(string first, string second, string third) =>
        Without(Samples.StepReply, "Instruction 1") + Plans(first, second, third);

    private static string Without(string reply, string from) => reply[..reply.IndexOf(from, StringComparison.Ordinal)];

    private static string? Read(string message, string name) => Marks.TryRead(message, name, out var text) ? text : null;

    private static StoryChange Finished(List<StepEvent> events) => Assert.IsType<StepEvent.Finished>(events[^1]).Result;

    private Dialogue Dialogue() => new(Samples.Models(_chat), new RecurrenceOptions(), _clock, new Random(1));

    private Task<List<StepEvent>> NewPlansAsync(IReadOnlyList<OfferedPlan> offered, int? number = null, string wish = "")
    {
        var request = new RunRequest(Samples.Story.Id, RunKind.NewPlans) { PlanNumber = number, Text = wish };
        return DrainAsync(PlanWriter.WriteAsync(Samples.Story, Samples.Step() with { Plans = offered }, request, Dialogue(), CancellationToken.None));
    }

    private Task<List<StepEvent>> StepAsync(Action<TimeSpan>? onWait = null, string? kept = null, IReadOnlyDictionary<Section, string>? arrived = null)
    {
        var head = Samples.Entry(3, "Mara lets a rope down.");
        var request = new StepRequest
        {
            Card = Samples.Card,
            Settings = Samples.Story.Settings,
            Head = Samples.Step(head.StepId),
            Plan = new Plan("Mara pulls the rope up.", PlanSource.Picked),
            Memory = new LongTermMemory("letters", [head]),
            KeptParagraph = kept,
            Arrived = arrived ?? new Dictionary<Section, string>(),
        };
        return DrainAsync(new StepWriter(_clock, new Random(1)).WriteAsync(request, Dialogue(), CancellationToken.None), onWait);
    }

    private static async Task<List<StepEvent>> DrainAsync(IAsyncEnumerable<StepEvent> written, Action<TimeSpan>? onWait = null)
    {
        var events = new List<StepEvent>();
        await using var each = written.GetAsyncEnumerator();
        for (var next = each.MoveNextAsync().AsTask(); await next; next = Next())
        {
            events.Add(each.Current);
        }

        return events;

        Task<bool> Next()
        {
            var moved = each.MoveNextAsync().AsTask();
            if (events[^1] is StepEvent.Waiting waiting)
            {
                onWait?.Invoke(waiting.Delay);
            }

            return moved;
        }
    }
}
