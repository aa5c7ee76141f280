using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Autopilot;

public sealed class AutopilotRunnerTests : IAsyncDisposable
{
    private readonly TestFlight _flight = new();

    public ValueTask DisposeAsync() => _flight.DisposeAsync();

    [Fact]
    public async Task Start_FirstAuthor_WritesEachStepAsOneRunByTheFirstPlan()
    {
        var ended = await _flight.Replies(3).RunAsync(TestFlight.Order(3));

        Assert.Equal((AutopilotState.Done, 3), (ended.Record.State, ended.Record.Spent.Steps));
        Assert.Equal(3, _flight.Chat.Requests.Count);
        Assert.All(_flight.World.Written, run => Assert.Equal((ended.Record.Id, PlanSource.Autopilot, 1), (run.AutopilotId, run.Plan!.Source, run.Choice!.Number)));
        Assert.Equal("She climbs down.", _flight.World.Written[0].Choice!.Plan.Text);
    }

    [Fact]
    public async Task Start_Random_ChoosesAfterAnInterruptionAsWithoutOne()
    {
        var order = TestFlight.Order(8, AuthorKind.Random) with { Seed = 5 };
        await using var whole = new TestFlight().Replies(8);
        await whole.RunAsync(order);

        _flight.Replies(3);
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(order);
        await _flight.UntilAsync(progress => progress.Record.Spent.Steps == 3);
        await _flight.WritingAsync();
        await _flight.RestartAsync();
        reply.Complete();
        await _flight.Replies(5).ResumeAsync();

        Assert.Equal(Chosen(whole), Chosen(_flight));
        Assert.True(Chosen(whole).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Start_OneRunsAlready_IsRefused()
    {
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(1));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _flight.StartAsync(TestFlight.Order(1)));
        reply.Complete();
    }

    [Fact]
    public async Task Start_StoryWithoutAnOpening_IsRefused()
    {
        _flight.World.Story = _flight.World.Story with { HeadId = null };

        await Assert.ThrowsAsync<InvalidOperationException>(() => _flight.StartAsync(TestFlight.Order(1)));
        Assert.Null(_flight.Autopilots.Find(_flight.StoryId));
    }

    [Fact]
    public async Task Start_OrderOutOfRange_NamesIt()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => _flight.StartAsync(TestFlight.Order(1_001)));

        Assert.Contains(nameof(AutopilotOrder.Steps), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ModelsCannotBeUsed_ThrowsAndStoresNothing()
    {
        _flight.World.Refusal = new StepFailure(FailureKind.Unauthorized);

        await Assert.ThrowsAsync<ModelException>(() => _flight.StartAsync(TestFlight.Order(1)));

        Assert.Null(await _flight.Autopilots.ReadAsync(_flight.StoryId, CancellationToken.None));
    }

    [Fact]
    public async Task Start_WhileThePersonWrites_PausesAndAsksForNothing()
    {
        var reply = _flight.Chat.Open();
        var byHand = new RunRequest(_flight.StoryId, RunKind.Step) { ParentId = _flight.World.Head.Id, Plan = new Plan("Mine.", PlanSource.Own) };
        var own = (await _flight.Runner.StartAsync(byHand, CancellationToken.None))!;

        var ended = await _flight.RunAsync(TestFlight.Order(2));

        Assert.Equal(AutopilotState.Paused, ended.Record.State);
        Assert.Single(_flight.World.Runs);
        reply.Complete();
        await own.Completion;
    }

    [Fact]
    public async Task Start_HeadWithoutPlans_AsksForNewOnesOnce()
    {
        _flight.World.Change(_flight.World.Head with { Plans = [new OfferedPlan(1, " ", "")] });
        _flight.Chat.Reply("Instruction 1:\nShe waits.\n\nInstruction 2:\nShe rows out.\n\nInstruction 3:\nShe burns the letter.");

        var ended = await _flight.Replies(1).RunAsync(TestFlight.Order(1));

        Assert.Equal(AutopilotState.Done, ended.Record.State);
        Assert.Equal([RunKind.NewPlans, RunKind.Step], _flight.World.Runs.Select(run => run.Request.Kind));
        Assert.Equal("She waits.", Assert.Single(_flight.World.Written).Plan!.Text);
    }

    [Fact]
    public async Task Ask_Pause_EndsTheStepAndSendsNothingUntilItIsResumed()
    {
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(3));
        await _flight.WritingAsync();

        _flight.Autopilots.Ask(_flight.StoryId, AfterStep.Pause);
        await FinishAsync(reply);
        var paused = await _flight.EndAsync();
        var sent = _flight.Chat.Requests.Count;
        var resumed = await _flight.Replies(2).ResumeAsync();

        Assert.Equal((AutopilotState.Paused, 1, 1), (paused.Record.State, paused.Record.Spent.Steps, sent));
        Assert.Equal((AutopilotState.Done, 3), (resumed.Record.State, resumed.Record.Spent.Steps));
    }

    [Fact]
    public async Task Ask_Stop_EndsTheStepAndCannotBeResumed()
    {
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(3));
        await _flight.WritingAsync();

        _flight.Autopilots.Ask(_flight.StoryId, AfterStep.Stop);
        await FinishAsync(reply);
        var stopped = await _flight.EndAsync();

        Assert.Equal((AutopilotState.Stopped, 1), (stopped.Record.State, stopped.Record.Spent.Steps));
        Assert.Single(_flight.Chat.Requests);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _flight.ResumeAsync());
    }

    [Fact]
    public async Task Ask_GoOn_TakesAPauseBack()
    {
        var reply = _flight.Chat.Open();
        _flight.Replies(1);
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.WritingAsync();

        _flight.Autopilots.Ask(_flight.StoryId, AfterStep.Pause);
        Assert.Equal(AfterStep.Pause, _flight.Now.AfterStep);
        _flight.Autopilots.Ask(_flight.StoryId, AfterStep.GoOn);
        await FinishAsync(reply);

        Assert.Equal(AutopilotState.Done, (await _flight.EndAsync()).Record.State);
    }

    [Fact]
    public async Task TakeOver_InTheMiddleOfAParagraph_LeavesTheStoryAndPauses()
    {
        _flight.Chat.Open();
        var head = _flight.World.Head;
        await _flight.StartAsync(TestFlight.Order(2));
        var run = await _flight.WritingAsync();

        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);

        Assert.Equal((AutopilotState.Paused, RunState.Stopped), (_flight.Now.Record.State, (await run.Completion).State));
        Assert.Equal(head, _flight.World.Head);
        Assert.Equal(AutopilotState.Done, (await _flight.Replies(2).ResumeAsync()).Record.State);
    }

    [Fact]
    public async Task Stop_InTheMiddleOfAParagraph_EndsForGood()
    {
        _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.WritingAsync();

        await _flight.Autopilots.StopAsync(_flight.StoryId);

        Assert.Equal(AutopilotState.Stopped, _flight.Now.Record.State);
        Assert.Empty(_flight.World.Written);
    }

    [Fact]
    public async Task Stop_OfAHeldOne_EndsItForGood()
    {
        _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.WritingAsync();
        await _flight.RestartAsync();

        await _flight.Autopilots.StopAsync(_flight.StoryId);

        Assert.Equal(AutopilotState.Stopped, _flight.Now.Record.State);
        Assert.Equal(AutopilotState.Stopped, (await _flight.World.FindLatestAsync(_flight.StoryId, CancellationToken.None))!.State);
    }

    [Fact]
    public async Task Stop_OfTheParagraphAtTheDesk_Pauses()
    {
        _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        var run = await _flight.WritingAsync();

        await run.StopAsync();

        Assert.Equal(AutopilotState.Paused, (await _flight.EndAsync()).Record.State);
        Assert.Single(_flight.Chat.Requests);
    }

    [Fact]
    public async Task Stop_OfAParagraphThatIsBeingStored_StoresItAndPauses()
    {
        _flight.World.Committing = () => _ = _flight.Runner.Find(_flight.StoryId)!.StopAsync();

        var ended = await _flight.Replies(3).RunAsync(TestFlight.Order(3));

        Assert.Equal((AutopilotState.Paused, 1), (ended.Record.State, ended.Record.Spent.Steps));
        Assert.Single(_flight.Chat.Requests);
    }

    [Fact]
    public async Task TakeOver_ThenStop_EndsForGood()
    {
        _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.WritingAsync();

        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);
        await _flight.Autopilots.StopAsync(_flight.StoryId);

        Assert.Equal(AutopilotState.Stopped, _flight.Now.Record.State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _flight.ResumeAsync());
    }

    [Fact]
    public async Task Start_WhileOneIsHeld_BeginsAnewWithItsOwnCount()
    {
        _flight.Chat.Reply(Samples.StepReply).Open();
        await _flight.StartAsync(TestFlight.Order(5));
        await _flight.UntilAsync(progress => progress is { Record.Spent.Steps: 1, Phase: AutopilotPhase.Writing });
        await _flight.WritingAsync();
        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);
        var held = _flight.Now.Record.Id;

        var ended = await _flight.Replies(2).RunAsync(TestFlight.Order(2));

        Assert.NotEqual(held, ended.Record.Id);
        Assert.Equal((AutopilotState.Done, 2), (ended.Record.State, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task Start_StoryIsTakenOffTheShelfUnderIt_Stops()
    {
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.WritingAsync();
        _flight.World.Committing = () => _flight.World.IsDeleted = true;
        await FinishAsync(reply);

        Assert.Equal(AutopilotState.Stopped, (await _flight.EndAsync()).Record.State);
        Assert.Single(_flight.Chat.Requests);
    }

    [Fact]
    public async Task Start_CannotBeCounted_BlowsWithTheReasonAndCanBeResumed()
    {
        _flight.World.CountFails = new InvalidOperationException("The disk is full.");
        var broken = await _flight.RunAsync(TestFlight.Order(1));
        _flight.World.CountFails = null;
        Assert.Equal(AutopilotState.Blown, (await _flight.World.FindLatestAsync(_flight.StoryId, CancellationToken.None))!.State);

        var ended = await _flight.Replies(1).ResumeAsync();

        Assert.Equal((FuseKind.ModelFailed, FailureKind.Unexpected, "The disk is full."), (broken.Record.Fuse!.Kind, broken.Record.Fuse.Failure!.Kind, broken.Record.Fuse.Failure.Detail));
        Assert.Equal(AutopilotState.Done, ended.Record.State);
    }

    [Fact]
    public async Task Dispose_InTheMiddleOfAParagraph_InterruptsItAndItsRun()
    {
        _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        var run = await _flight.WritingAsync();

        await _flight.RestartAsync();
        var stored = await _flight.Autopilots.ReadAsync(_flight.StoryId, CancellationToken.None);

        Assert.Equal((AutopilotState.Interrupted, RunState.Interrupted), (stored!.Record.State, (await run.Completion).State));
        Assert.Equal(AutopilotState.Done, (await _flight.Replies(2).ResumeAsync()).Record.State);
    }

    [Fact]
    public async Task Start_WhenTheProgramIsClosing_IsRefused()
    {
        await _flight.Autopilots.DisposeAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _flight.StartAsync(TestFlight.Order(1)));
    }

    [Fact]
    public async Task Resume_HeadWasMovedByHand_GoesOnFromThere()
    {
        _flight.Replies(2);
        var first = _flight.World.Head;
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(4));
        await _flight.UntilAsync(progress => progress.Record.Spent.Steps == 2);
        await _flight.WritingAsync();
        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);

        _flight.World.Story = _flight.World.Story with { HeadId = first.Id };
        await _flight.Replies(2).ResumeAsync();

        Assert.Equal(first.Id, _flight.World.Written[2].ParentId);
        Assert.Equal(5, _flight.World.Head.Number);
        reply.Complete();
    }

    [Fact]
    public async Task Resume_WithMoreSteps_WritesThemToo()
    {
        _flight.Replies(1);
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2));
        await _flight.UntilAsync(progress => progress.Record.Spent.Steps == 1);
        await _flight.WritingAsync();
        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);

        var ended = await _flight.Replies(3).ResumeAsync(TestFlight.Order(4));

        Assert.Equal((4, 4), (ended.Record.Order.Steps, ended.Record.Spent.Steps));
        reply.Complete();
    }

    [Fact]
    public async Task Find_AfterAStep_SaysHowLongTheRestMayTake()
    {
        var first = _flight.Chat.Open();
        var second = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(4));
        await _flight.WritingAsync();
        var before = _flight.Now.TimeLeft;

        _flight.Clock.Advance(TimeSpan.FromSeconds(10));
        await FinishAsync(first);
        await _flight.UntilAsync(progress => progress is { Record.Spent.Steps: 1, Phase: AutopilotPhase.Writing });

        Assert.Null(before);
        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10)), (_flight.Now.TimeLeft, _flight.Now.Record.Worked));
        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);
        Assert.Null(_flight.Now.TimeLeft);
        second.Complete();
    }

    private static async Task FinishAsync(System.Threading.Channels.ChannelWriter<string> reply)
    {
        await reply.WriteAsync(Samples.StepReply);
        reply.Complete();
    }

    private static List<int> Chosen(TestFlight flight) => [.. flight.World.Written.Select(run => run.Choice!.Number)];
}
