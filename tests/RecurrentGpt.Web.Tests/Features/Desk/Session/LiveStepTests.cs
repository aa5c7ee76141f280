using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class LiveStepTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(RunKind.Step, LivePhase.Recalling)]
    [InlineData(RunKind.Keep, LivePhase.Recalling)]
    [InlineData(RunKind.KeepByHand, LivePhase.Storing)]
    [InlineData(RunKind.Opening, LivePhase.Preparing)]
    [InlineData(RunKind.NewPlans, LivePhase.Preparing)]
    public void Begin_Kind_HasItsPhase(RunKind kind, LivePhase phase)
    {
        var live = LiveStep.Begin(Guid.NewGuid(), new RunRequest(Guid.NewGuid(), kind));

        Assert.Equal(phase, live.Phase);
    }

    [Fact]
    public void After_Recalled_KeepsWhatWasRecalled()
    {
        var recall = new Recall(DeskSamples.Head.Recalled, ByMeaning: true, []);

        var live = DeskSamples.Live.After(new StepEvent.Recalled(recall), Now);

        Assert.Same(recall, live.Recall);
    }

    private static Prompt PromptOf(string task) => new(ReplyForm.Step, new PromptPart(PartKind.Instructions, "Write."), [new PromptPart(PartKind.Task, task)]);

    [Fact]
    public void After_LeavingOut_ShowsWhatIsSentInstead()
    {
        var shorter = new Recall([], ByMeaning: true, []);
        var (first, second) = (PromptOf("long"), PromptOf("short"));
        var before = DeskSamples.Live.After(new StepEvent.Recalled(new Recall(DeskSamples.Head.Recalled, ByMeaning: true, [])), Now).After(new StepEvent.PromptReady(first), Now);

        var live = before.After(new StepEvent.LeavingOut(shorter, 2), Now).After(new StepEvent.PromptReady(second), Now);

        Assert.Same(shorter, live.Recall);
        Assert.Same(second, live.Prompt);
        Assert.Equal(LivePhase.LeavingOut, live.Phase);
    }

    [Fact]
    public void After_Text_AddsAPieceAndLeavesTheEarlierOnes()
    {
        var first = DeskSamples.Live.After(new StepEvent.ParagraphText(Section.Paragraph, "The rope "), Now);

        var second = first.After(new StepEvent.ParagraphText(Section.Paragraph, "came up."), Now);

        Assert.Equal(LivePhase.Writing, second.Phase);
        Assert.Equal(["The rope "], first.PiecesOf(Section.Paragraph));
        Assert.Equal(["The rope ", "came up."], second.PiecesOf(Section.Paragraph));
    }

    [Fact]
    public void After_Waiting_SaysWhenAndStartsTheProseAnew()
    {
        var failure = new StepFailure(FailureKind.RateLimited);
        var writing = DeskSamples.Live.After(new StepEvent.ParagraphText(Section.Paragraph, "The rope "), Now);

        var live = writing.After(new StepEvent.Waiting(TimeSpan.FromSeconds(30), failure, 2), Now);

        Assert.Equal(LivePhase.AwaitingRetry, live.Phase);
        Assert.Equal(new LiveRetry(Now.AddSeconds(30), failure, 2), live.Retry);
        Assert.Empty(live.PiecesOf(Section.Paragraph));
    }

    [Fact]
    public void After_TextThatFollowsAWait_ForgetsTheWait()
    {
        var waiting = DeskSamples.Live.After(new StepEvent.Waiting(TimeSpan.FromSeconds(1), new StepFailure(FailureKind.ServerError), 2), Now);

        var live = waiting.After(new StepEvent.ParagraphText(Section.Paragraph, "The rope "), Now);

        Assert.Null(live.Retry);
    }

    [Fact]
    public void After_SectionRead_HoldsIt()
    {
        var live = DeskSamples.Live.After(new StepEvent.SectionRead(Section.Memory, "Mara knows."), Now);

        Assert.Equal(LivePhase.Reading, live.Phase);
        Assert.Equal("Mara knows.", live.Read[Section.Memory]);
    }

    [Fact]
    public void After_RepairAndShortening_TellsOfThem()
    {
        var repairing = DeskSamples.Live.After(new StepEvent.Repairing([Section.Instruction3]), Now);
        var shortening = repairing.After(new StepEvent.Shortening(), Now);

        Assert.Equal(LivePhase.Repairing, repairing.Phase);
        Assert.Equal(LivePhase.Shortening, shortening.Phase);
    }
}
