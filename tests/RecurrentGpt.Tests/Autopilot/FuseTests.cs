using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Autopilot;

public sealed class FuseTests : IAsyncDisposable
{
    // A scripted reply says that it took 100 tokens in and 20 out.
    private const long TokensAStep = 120;

    private const string AlikePlans = "Mara hides the knot in her pocket and lies to the boy about the rope.";

    private readonly TestFlight _flight = new();

    public ValueTask DisposeAsync() => _flight.DisposeAsync();

    [Theory]
    [InlineData(3 * TokensAStep, 3)]
    [InlineData((3 * TokensAStep) - 1, 2)]
    [InlineData(1, 1)]
    public async Task Tokens_BeforeEachStep_LeavesRoomForOneLikeTheDearest(long most, int written)
    {
        var ended = await _flight.Replies(5).RunAsync(TestFlight.Order(5) with { MostTokens = most });

        Assert.Equal((AutopilotState.Blown, new BlownFuse(FuseKind.Tokens), written), (ended.Record.State, ended.Record.Fuse, ended.Record.Spent.Steps));
        Assert.Equal(written, _flight.Chat.Requests.Count);
    }

    [Fact]
    public async Task Tokens_EnoughForAll_DoesNotBlow()
    {
        var ended = await _flight.Replies(3).RunAsync(TestFlight.Order(3) with { MostTokens = 3 * TokensAStep });

        Assert.Equal((AutopilotState.Done, null), (ended.Record.State, ended.Record.Fuse));
    }

    [Theory]
    [InlineData(3.6, 3)]
    [InlineData(3.59, 2)]
    public async Task Cost_BeforeEachStep_LeavesRoomForOneLikeTheDearest(double most, int written)
    {
        _flight.World.Price = 0.01m;

        var ended = await _flight.Replies(5).RunAsync(TestFlight.Order(5) with { MostCost = (decimal)most });

        Assert.Equal((FuseKind.Cost, written), (ended.Record.Fuse!.Kind, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task Cost_WithoutPrices_BlowsBeforeAnythingIsSent()
    {
        var ended = await _flight.RunAsync(TestFlight.Order(5) with { MostCost = 1 });

        Assert.Equal(FuseKind.Cost, ended.Record.Fuse!.Kind);
        Assert.Empty(_flight.Chat.Requests);
    }

    [Theory]
    [InlineData(10, AutopilotState.Blown)]
    [InlineData(9, AutopilotState.Done)]
    public async Task Time_OverWhileAStepIsWritten_LetsItEndAndBlows(int seconds, AutopilotState expected)
    {
        var reply = _flight.Chat.Open();
        _flight.Replies(1);
        await _flight.StartAsync(TestFlight.Order(2) with { MostTime = TimeSpan.FromSeconds(10) });
        await _flight.WritingAsync();

        _flight.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await reply.WriteAsync(Samples.StepReply);
        reply.Complete();
        var ended = await _flight.EndAsync();

        Assert.Equal(expected, ended.Record.State);
        Assert.Equal(expected == AutopilotState.Blown ? FuseKind.Time : null, ended.Record.Fuse?.Kind);
        Assert.Equal(expected == AutopilotState.Blown ? 1 : 2, ended.Record.Spent.Steps);
    }

    [Fact]
    public async Task Time_OverWhilePaused_IsNotCounted()
    {
        _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(1) with { MostTime = TimeSpan.FromSeconds(10) });
        await _flight.WritingAsync();
        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);
        _flight.Clock.Advance(TimeSpan.FromMinutes(10));

        var ended = await _flight.Replies(1).ResumeAsync();

        Assert.Equal(AutopilotState.Done, ended.Record.State);
    }

    [Fact]
    public async Task Resume_AfterACapBlew_GoesOnWithAHigherOne()
    {
        await _flight.Replies(2).RunAsync(TestFlight.Order(3) with { MostTokens = 2 * TokensAStep });

        var ended = await _flight.Replies(1).ResumeAsync(TestFlight.Order(3));

        Assert.Equal((AutopilotState.Done, null, 3), (ended.Record.State, ended.Record.Fuse, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task AlikePlans_AllOfAStep_BlowAtOnce()
    {
        _flight.Chat.Reply(WithPlans(AlikePlans, AlikePlans, AlikePlans)).Reply($"Instruction 3:\n{AlikePlans}");

        var ended = await _flight.RunAsync(TestFlight.Order(2));

        Assert.Equal((FuseKind.AlikePlans, 1), (ended.Record.Fuse!.Kind, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task AlikePlans_TwoOfThreeOnTwoStepsInARow_Blow()
    {
        TwoAlike();
        TwoAlike();

        var ended = await _flight.RunAsync(TestFlight.Order(3));

        Assert.Equal((FuseKind.AlikePlans, 2), (ended.Record.Fuse!.Kind, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task AlikePlans_TwoOfThreeOnEverySecondStep_DoNotBlow()
    {
        TwoAlike();
        _flight.Replies(1);
        TwoAlike();
        _flight.Replies(1);

        Assert.Equal(AutopilotState.Done, (await _flight.RunAsync(TestFlight.Order(4))).Record.State);
    }

    [Fact]
    public async Task AlikePlans_NotWatched_DoNotBlow()
    {
        TwoAlike();
        TwoAlike();
        _flight.Replies(1);

        Assert.Equal(AutopilotState.Done, (await _flight.RunAsync(TestFlight.Order(3) with { StopsAtAlikePlans = false })).Record.State);
    }

    [Fact]
    public async Task ModelFailed_Once_WaitsAndGoesOn()
    {
        Fails();
        await _flight.Replies(2).StartAsync(TestFlight.Order(2));
        await WaitOutAsync(TimeSpan.FromSeconds(30));

        var ended = await _flight.EndAsync();

        Assert.Equal((AutopilotState.Done, 2), (ended.Record.State, ended.Record.Spent.Steps));
        Assert.Equal([RunState.Failed, RunState.Done, RunState.Done], _flight.World.Runs.Select(run => run.State));
    }

    [Fact]
    public async Task ModelFailed_TwiceInARow_BlowsWithTheReason()
    {
        Fails();
        Fails();
        await _flight.StartAsync(TestFlight.Order(2));
        await WaitOutAsync(TimeSpan.FromSeconds(30));

        var ended = await _flight.EndAsync();

        Assert.Equal((FuseKind.ModelFailed, FailureKind.CutOff), (ended.Record.Fuse!.Kind, ended.Record.Fuse.Failure!.Kind));
        Assert.Equal(2, _flight.Chat.Requests.Count);
    }

    [Fact]
    public async Task ModelFailed_WithASuccessBetween_DoesNotBlow()
    {
        Fails();
        _flight.Replies(1);
        Fails();
        await _flight.Replies(1).StartAsync(TestFlight.Order(2));
        await WaitOutAsync(TimeSpan.FromSeconds(30));
        await _flight.UntilAsync(progress => progress.Record.Spent.Steps == 1);
        await WaitOutAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(AutopilotState.Done, (await _flight.EndAsync()).Record.State);
    }

    [Theory]
    [InlineData(FailureKind.Unauthorized)]
    [InlineData(FailureKind.Forbidden)]
    [InlineData(FailureKind.NotFound)]
    [InlineData(FailureKind.QuotaUsedUp)]
    [InlineData(FailureKind.ContextTooLong)]
    public async Task ModelFailed_AsOnlyThePersonCanMend_BlowsAtOnce(FailureKind kind)
    {
        _flight.Chat.Fail(new StepFailure(kind));

        var ended = await _flight.RunAsync(TestFlight.Order(2));

        Assert.Equal((FuseKind.ModelFailed, kind), (ended.Record.Fuse!.Kind, ended.Record.Fuse.Failure!.Kind));
        Assert.Single(_flight.Chat.Requests);
    }

    [Fact]
    public async Task ModelFailed_SettingsChangedForTheWorse_BlowsAtOnce()
    {
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.WritingAsync();
        _flight.World.Refusal = new StepFailure(FailureKind.Unauthorized);
        await reply.WriteAsync(Samples.StepReply);
        reply.Complete();

        var ended = await _flight.EndAsync();

        Assert.Equal((FailureKind.Unauthorized, 1), (ended.Record.Fuse!.Failure!.Kind, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task ModelFailed_ServerAsksForALongWait_WaitsThatLong()
    {
        _flight.Chat.Fail(new StepFailure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromMinutes(10) });
        await _flight.Replies(1).StartAsync(TestFlight.Order(1));
        await _flight.UntilAsync(IsWaiting);

        _flight.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.True(IsWaiting(_flight.Now));
        _flight.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(AutopilotState.Done, (await _flight.EndAsync()).Record.State);
    }

    [Fact]
    public async Task ModelFailed_ServerAsksForTooLongAWait_BlowsAtOnce()
    {
        _flight.Chat.Fail(new StepFailure(FailureKind.RateLimited) { RetryAfter = TimeSpan.FromHours(2) });

        Assert.Equal(FuseKind.ModelFailed, (await _flight.RunAsync(TestFlight.Order(1))).Record.Fuse!.Kind);
    }

    [Theory]
    [InlineData(AfterStep.Pause, AutopilotState.Paused)]
    [InlineData(AfterStep.Stop, AutopilotState.Stopped)]
    public async Task Ask_WhileWaiting_EndsTheWaitAtOnce(AfterStep asked, AutopilotState expected)
    {
        Fails();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.UntilAsync(IsWaiting);

        _flight.Autopilots.Ask(_flight.StoryId, asked);

        Assert.Equal(expected, (await _flight.EndAsync()).Record.State);
        Assert.Single(_flight.Chat.Requests);
    }

    [Fact]
    public async Task TakeOver_WhileWaiting_EndsTheWaitAtOnce()
    {
        Fails();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.UntilAsync(IsWaiting);

        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);

        Assert.Equal(AutopilotState.Paused, _flight.Now.Record.State);
    }

    [Fact]
    public async Task Time_OverWhileWaiting_Blows()
    {
        Fails();
        await _flight.StartAsync(TestFlight.Order(2) with { MostTime = TimeSpan.FromSeconds(5) });
        await WaitOutAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(FuseKind.Time, (await _flight.EndAsync()).Record.Fuse!.Kind);
    }

    private static bool IsWaiting(AutopilotProgress progress) => progress.Phase == AutopilotPhase.Waiting;

    private static string WithPlans(string first, string second, string third) =>
        $"{Samples.StepReply[..Samples.StepReply.IndexOf("Instruction 1:", StringComparison.Ordinal)]}Instruction 1:\n{first}\n\nInstruction 2:\n{second}\n\nInstruction 3:\n{third}";

    private void Fails() => _flight.Chat.Fail(new StepFailure(FailureKind.CutOff), before: "Output Paragraph:\nMara");

    // The model is asked once for another one, and writes the same again.
    private void TwoAlike() => _flight.Chat.Reply(WithPlans(AlikePlans, "The lamp goes out.", AlikePlans)).Reply($"Instruction 3:\n{AlikePlans}");

    private async Task WaitOutAsync(TimeSpan wait)
    {
        await _flight.UntilAsync(IsWaiting);
        _flight.Clock.Advance(wait);
    }
}
