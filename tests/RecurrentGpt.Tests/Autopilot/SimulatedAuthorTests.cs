using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;

namespace RecurrentGpt.Tests.Autopilot;

/// <summary>Unattended runs whose plans the simulated author chooses, and whose stop condition is judged.</summary>
public sealed class SimulatedAuthorTests : IAsyncDisposable
{
    private const string Condition = "when the letter is opened";
    private const string NotMet = "\n\nVerdict: no";
    private const string Met = "\n\nVerdict: yes\n\nQuoted Passage: The knot at its end was her own.";

    private readonly TestFlight _flight = new();

    public ValueTask DisposeAsync() => _flight.DisposeAsync();

    [Fact]
    public async Task Start_Simulated_ChoosesWithOneRequestAStepAndKeepsWhy()
    {
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply(Choosing(2)).Reply(Samples.StepReply);

        var ended = await _flight.RunAsync(Order(2));

        Assert.Equal((AutopilotState.Done, 4), (ended.Record.State, _flight.Chat.Requests.Count));
        Assert.Equal([RunKind.Choice, RunKind.Step, RunKind.Choice, RunKind.Step], Kinds);
        var choice = _flight.World.Written[1].Choice!;
        Assert.Equal((AuthorKind.Simulated, 2, "It is the way on.", "The lamp goes out. They both hear the hum say a word."), (choice.Author, choice.Number, choice.Reason, choice.Plan.Text));
        Assert.Equal(choice.Plan, _flight.World.Written[1].Plan);
    }

    [Fact]
    public async Task Start_SimulatedWithTaste_SaysWhichChoiceItFollowed()
    {
        var pick = new PastPick(Guid.NewGuid(), _flight.World.Head.Id, 2, PlanSource.Picked, "She waits.", ["She waits.", "She runs."]);
        _flight.World.Picks = [pick];
        _flight.Chat.Reply($"{Choosing(1)}\n\nFollowed Choice: 2").Reply(Samples.StepReply);

        await _flight.RunAsync(Order(1));

        Assert.Equal((pick.StepId, 2), (_flight.World.Written[0].Choice!.FollowedStepId, _flight.World.Written[0].Choice!.FollowedNumber));
    }

    [Fact]
    public async Task Start_Simulated_IsAllowedWhatTheOrderSays()
    {
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply);

        await _flight.RunAsync(Order(1) with { MayRevise = false, UsesTaste = false });

        var choosing = _flight.World.Runs[0].Request.Choosing!;
        Assert.Equal((false, false, false, ""), (choosing.MayRevise, choosing.UsesTaste, choosing.Extends, choosing.StopCondition));
    }

    [Fact]
    public async Task Start_Extending_WritesOutOnlyItsOwnParagraphsAndOnce()
    {
        const string Longer = "Mara pulled the rope up hand over hand, and then again, and listened. The knot at its end was her own.";
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply($"{Choosing(1)}\n\nExtended Paragraph: {Longer}");
        _flight.Chat.Open();
        await _flight.StartAsync(Order(3) with { Extends = true });
        await _flight.UntilAsync(progress => progress is { Record.Spent.Steps: 1, Phase: AutopilotPhase.Writing });
        await _flight.Autopilots.TakeOverAsync(_flight.StoryId);
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply(Choosing(1)).Reply(Samples.StepReply);

        await _flight.ResumeAsync();

        Assert.Equal([false, true, false, true], _flight.World.Runs.Where(run => run.Request.Kind == RunKind.Choice).Select(run => run.Request.Choosing!.Extends));
        Assert.Equal(Longer, (await _flight.World.FindStepAsync(_flight.World.Written[1].ParentId!.Value, default))!.Paragraph);
    }

    [Fact]
    public async Task Choice_FailsTwiceInARow_Blows()
    {
        _flight.Chat.Fail(new StepFailure(FailureKind.CutOff), before: "Ch").Fail(new StepFailure(FailureKind.CutOff), before: "Ch");
        await _flight.StartAsync(Order(1));
        await _flight.UntilAsync(progress => progress.Phase == AutopilotPhase.Waiting);
        _flight.Clock.Advance(TimeSpan.FromSeconds(30));

        var ended = await _flight.EndAsync();

        Assert.Equal((FuseKind.ModelFailed, 2), (ended.Record.Fuse!.Kind, _flight.Chat.Requests.Count));
        Assert.Equal([RunKind.Choice, RunKind.Choice], Kinds);
    }

    [Fact]
    public async Task Choice_HeadMovedMeanwhile_Pauses()
    {
        var choosing = _flight.Chat.Open();
        await _flight.StartAsync(Order(1));
        await _flight.WritingAsync();
        var other = _flight.World.Head with { Id = Guid.NewGuid() };
        _flight.World.Change(other);
        _flight.World.Story = _flight.World.Story with { HeadId = other.Id };

        await choosing.WriteAsync(Choosing(1));
        choosing.Complete();

        Assert.Equal(AutopilotState.Paused, (await _flight.EndAsync()).Record.State);
        Assert.Empty(_flight.World.Written);
    }

    [Fact]
    public async Task StopCondition_RidesInTheNextChoice_BlowsAndItsPlanIsNotFollowed()
    {
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply(Choosing(1) + Met);

        var ended = await _flight.RunAsync(Order(5) with { StopCondition = Condition });

        Assert.Equal(new BlownFuse(FuseKind.StopCondition) { Passage = "The knot at its end was her own." }, ended.Record.Fuse);
        Assert.Equal([RunKind.Choice, RunKind.Step, RunKind.Choice], Kinds);
        Assert.Equal(["", Condition], _flight.World.Runs.Where(run => run.Request.Kind == RunKind.Choice).Select(run => run.Request.Choosing!.StopCondition));
    }

    [Fact]
    public async Task StopCondition_NotMet_GoesOnAndCostsNoRequestOfItsOwn()
    {
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply(Choosing(1) + NotMet).Reply(Samples.StepReply);

        var ended = await _flight.RunAsync(Order(2) with { StopCondition = Condition });

        Assert.Equal((AutopilotState.Done, 4), (ended.Record.State, _flight.Chat.Requests.Count));
    }

    [Fact]
    public async Task Resume_AfterTheStopConditionBlew_DoesNotBlowAtTheSameParagraph()
    {
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply(Choosing(1) + Met);
        await _flight.RunAsync(Order(2) with { StopCondition = Condition });
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply);

        var ended = await _flight.ResumeAsync();

        Assert.Equal((AutopilotState.Done, 2), (ended.Record.State, ended.Record.Spent.Steps));
        Assert.Equal("", _flight.World.Runs[3].Request.Choosing!.StopCondition);
    }

    [Fact]
    public async Task Resume_WithAnotherStopCondition_JudgesItAtOnce()
    {
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply(Choosing(1) + Met);
        await _flight.RunAsync(Order(2) with { StopCondition = Condition });
        _flight.Chat.Reply(Choosing(1) + Met);

        var ended = await _flight.ResumeAsync(Order(2) with { StopCondition = "before anyone dies" });

        Assert.Equal((FuseKind.StopCondition, 1), (ended.Record.Fuse!.Kind, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task StopCondition_JudgedApart_CostsOneRequestAStepTheLastToo()
    {
        _flight.Chat.Reply(Samples.StepReply).Reply("Verdict: no").Reply(Samples.StepReply).Reply("Verdict: no");

        var ended = await _flight.RunAsync(TestFlight.Order(2) with { StopCondition = Condition });

        Assert.Equal((AutopilotState.Done, null), (ended.Record.State, ended.Record.Fuse));
        Assert.Equal([RunKind.Step, RunKind.Judgement, RunKind.Step, RunKind.Judgement], Kinds);
    }

    [Fact]
    public async Task StopCondition_JudgedApartAndMet_BlowsWithThePassage()
    {
        _flight.Chat.Reply(Choosing(1)).Reply(Samples.StepReply).Reply(Met.Trim());

        var ended = await _flight.RunAsync(Order(2) with { StopCondition = Condition, JudgesApart = true });

        Assert.Equal((FuseKind.StopCondition, "The knot at its end was her own."), (ended.Record.Fuse!.Kind, ended.Record.Fuse.Passage));
        Assert.Equal([RunKind.Choice, RunKind.Step, RunKind.Judgement], Kinds);
    }

    [Fact]
    public async Task StopCondition_InterruptedBeforeItWasJudged_IsJudgedWhenResumed()
    {
        _flight.Chat.Reply(Samples.StepReply);
        _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2) with { StopCondition = Condition });
        await _flight.UntilAsync(progress => progress.Phase == AutopilotPhase.Judging);
        await _flight.RestartAsync();
        _flight.Chat.Reply(Met.Trim());

        var ended = await _flight.ResumeAsync();

        Assert.Equal((FuseKind.StopCondition, 1), (ended.Record.Fuse!.Kind, ended.Record.Spent.Steps));
    }

    [Fact]
    public async Task Ask_StopWhileAStepIsWritten_JudgesNothingMore()
    {
        var reply = _flight.Chat.Open();
        await _flight.StartAsync(TestFlight.Order(2) with { StopCondition = Condition });
        await _flight.WritingAsync();
        _flight.Autopilots.Ask(_flight.StoryId, AfterStep.Stop);
        await reply.WriteAsync(Samples.StepReply);
        reply.Complete();

        Assert.Equal(AutopilotState.Stopped, (await _flight.EndAsync()).Record.State);
        Assert.Equal([RunKind.Step], Kinds);
    }

    [Fact]
    public async Task Start_ConditionOfSpaces_IsNone()
    {
        await _flight.Replies(1).RunAsync(TestFlight.Order(1) with { StopCondition = "  " });

        Assert.Equal([RunKind.Step], Kinds);
    }

    [Fact]
    public async Task Repetition_TheSameParagraphAgain_BlowsWithBothPassages()
    {
        var ended = await _flight.Replies(5).RunAsync(TestFlight.Order(5) with { StopsAtRepetition = true });

        Assert.Equal((AutopilotState.Blown, 2), (ended.Record.State, ended.Record.Spent.Steps));
        var fuse = ended.Record.Fuse!;
        Assert.Equal((FuseKind.Repetition, "Mara pulled the rope up hand over hand.", fuse.Passage, 4), (fuse.Kind, fuse.Passage, fuse.Source, fuse.SourceNumber));
    }

    [Fact]
    public async Task Repetition_InTheLastParagraph_BlowsAndIsDoneWhenResumed()
    {
        var blown = await _flight.Replies(2).RunAsync(TestFlight.Order(2) with { StopsAtRepetition = true });

        var ended = await _flight.ResumeAsync();

        Assert.Equal((FuseKind.Repetition, 2), (blown.Record.Fuse!.Kind, blown.Record.Spent.Steps));
        Assert.Equal((AutopilotState.Done, 2), (ended.Record.State, _flight.Chat.Requests.Count));
    }

    private IEnumerable<RunKind> Kinds => _flight.World.Runs.Select(run => run.Request.Kind);

    private static AutopilotOrder Order(int steps) => TestFlight.Order(steps, AuthorKind.Simulated);

    private static string Choosing(int plan) => $"Chosen Plan: {plan}\n\nReason: It is the way on.";
}
