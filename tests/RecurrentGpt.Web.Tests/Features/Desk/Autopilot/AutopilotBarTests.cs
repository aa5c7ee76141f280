using Bunit;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

public sealed class AutopilotBarTests : DeskContext
{
    private readonly List<int> _gone = [];
    private int _changes;

    [Fact]
    public void Render_NoRun_ShowsNothing()
    {
        Assert.Empty(Draw(DeskSamples.View).FindAll("section"));
    }

    [Fact]
    public void Render_Running_ShowsHowFarAndHowLong()
    {
        var bar = Draw(AutopilotSamples.Running(left: TimeSpan.FromMinutes(125)));

        Assert.Equal("8 of 20", bar.Find(".line strong").TextContent);
        Assert.Equal("about 2 h 5 min left", bar.Find(".left").TextContent);
        var progress = bar.Find("progress");
        Assert.Equal(("8", "20", "8 of 20 paragraphs"), (progress.GetAttribute("value"), progress.GetAttribute("max"), progress.GetAttribute("aria-valuetext")));
        Assert.Equal(["Pause", "Take over", "Stop after this paragraph", "Stop now"], Names(bar));
    }

    [Theory]
    [InlineData(AutopilotPhase.Choosing, "choosing the plan for paragraph 5")]
    [InlineData(AutopilotPhase.Writing, "writing paragraph 5")]
    [InlineData(AutopilotPhase.Judging, "judging paragraph 4 by your stop condition")]
    [InlineData(AutopilotPhase.Waiting, "waiting to ask the model again")]
    [InlineData(AutopilotPhase.Idle, "on its way")]
    public void Render_EachPhase_HasWords(AutopilotPhase phase, string words)
    {
        Assert.Equal(words, Draw(AutopilotSamples.Running(phase)).Find(".phase").TextContent);
    }

    [Fact]
    public void Ask_PauseAndStop_AreTakenBackByTheSameButtons()
    {
        var bar = Draw(AutopilotSamples.Running());

        Button(bar, "Pause").Click();
        Button(bar, "Stop after this paragraph").Click();
        Show(bar, AutopilotSamples.Running(after: AfterStep.Pause));
        Button(bar, "Do not pause").Click();
        Show(bar, AutopilotSamples.Running(after: AfterStep.Stop));
        Button(bar, "Do not stop").Click();

        Assert.Equal(["ask Pause", "ask Stop", "ask GoOn", "ask GoOn"], Autopilot.Done);
        Assert.Equal("It ends after this paragraph.", bar.Find(".hint").TextContent);
    }

    [Fact]
    public void TakeOverAndStopNow_AreDoneAtOnce()
    {
        var bar = Draw(AutopilotSamples.Running());

        Button(bar, "Take over").Click();
        Button(bar, "Stop now").Click();

        Assert.Equal(["take over", "stop"], Autopilot.Done);
    }

    [Fact]
    public void Render_Paused_OffersToResumeChangeAndEnd()
    {
        var bar = Draw(AutopilotSamples.Halted(AutopilotState.Paused));

        Assert.Equal("Paused at 8 of 20.", bar.Find(".line strong").TextContent);
        Assert.Equal("40,000 tokens · $1.50 · 12 min", bar.Find(".used").TextContent);
        Assert.StartsWith("You paused it.", bar.Find(".why").TextContent, StringComparison.Ordinal);
        Button(bar, "Resume").Click();
        Button(bar, "Change and resume…").Click();
        Button(bar, "End it").Click();
        Assert.Equal(["resume", "stop"], Autopilot.Done);
        Assert.Null(Autopilot.Orders[0]);
        Assert.Equal(1, _changes);
    }

    [Fact]
    public void Render_Interrupted_SaysThatAllIsStored()
    {
        var bar = Draw(AutopilotSamples.Halted(AutopilotState.Interrupted));

        Assert.Equal("Interrupted at 8 of 20.", bar.Find(".line strong").TextContent);
        Assert.Contains("The program ended while it wrote", bar.Find(".why").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(FuseKind.StopCondition, "What you named has come to pass: “when the letter is opened”")]
    [InlineData(FuseKind.Tokens, "The next paragraph could go over your limit of 50,000 tokens; 40,000 are used.")]
    [InlineData(FuseKind.Cost, "The next paragraph could go over your limit of $2.00; $1.50 is spent.")]
    [InlineData(FuseKind.Time, "Your time limit of 2 h is over.")]
    [InlineData(FuseKind.Repetition, "The new paragraph is too close to an earlier one.")]
    [InlineData(FuseKind.AlikePlans, "The plans no longer differ. Ask for new plans or write your own, then resume.")]
    public void Render_EachFuse_IsNamed(FuseKind kind, string words)
    {
        Assert.Equal(words, Draw(AutopilotSamples.Halted(AutopilotState.Blown, new BlownFuse(kind))).Find(".why").TextContent);
    }

    [Fact]
    public void Render_ModelFailed_SaysHow()
    {
        var fuse = new BlownFuse(FuseKind.ModelFailed) { Failure = new StepFailure(FailureKind.Unreachable) };

        var why = Draw(AutopilotSamples.Halted(AutopilotState.Blown, fuse)).Find(".why").TextContent;

        Assert.StartsWith("The model failed, and trying again did not help. ", why, StringComparison.Ordinal);
        Assert.True(why.Length > 60);
    }

    [Fact]
    public void Render_StopCondition_QuotesThePassageAndLeadsToIt()
    {
        var bar = Draw(AutopilotSamples.Halted(AutopilotState.Blown, new BlownFuse(FuseKind.StopCondition) { Passage = "This is paragraph 4." }));

        Assert.Equal("This is paragraph 4.", bar.Find("blockquote").TextContent);
        Button(bar, "Show it in paragraph 4").Click();
        Assert.Equal([4], _gone);
    }

    [Fact]
    public void Render_PassageThatWasEdited_IsQuotedWithoutAWay()
    {
        var bar = Draw(AutopilotSamples.Halted(AutopilotState.Blown, new BlownFuse(FuseKind.StopCondition) { Passage = "Nobody *says* this any more." }));

        Assert.Equal("Nobody says this any more.", bar.Find("blockquote").TextContent);
        Assert.Equal(["Resume", "Change and resume…", "End it"], Names(bar));
    }

    [Fact]
    public void Render_Repetition_ShowsBothAndLeadsToTheEarlierOne()
    {
        var fuse = new BlownFuse(FuseKind.Repetition) { Passage = "This is paragraph 4.", Source = "This is paragraph 2.", SourceNumber = 2 };
        var bar = Draw(AutopilotSamples.Halted(AutopilotState.Blown, fuse));

        Assert.Equal(["This is paragraph 4.", "This is paragraph 2."], bar.FindAll("blockquote").Select(quote => quote.TextContent));
        Assert.Equal("The new paragraph is too close to paragraph 2.", bar.Find(".why").TextContent);
        Button(bar, "Show it in paragraph 2").Click();
        Assert.Equal([2], _gone);
    }

    [Theory]
    [InlineData(AutopilotState.Done, "Done: 8 of 20 paragraphs are written.")]
    [InlineData(AutopilotState.Stopped, "Ended at 8 of 20.")]
    public void Show_EndedWhileOneLooks_SaysSoUntilItIsClosed(AutopilotState state, string words)
    {
        var bar = Draw(AutopilotSamples.Running());

        Show(bar, AutopilotSamples.Halted(state));

        Assert.StartsWith(words, bar.Find(".ended").TextContent, StringComparison.Ordinal);
        Assert.Equal(words, bar.Find("[role=status]").TextContent);
        Button(bar, "Close").Click();
        Assert.Empty(bar.FindAll("section"));
    }

    [Fact]
    public void Render_EndedBeforeOneCame_ShowsNothing()
    {
        Assert.Empty(Draw(AutopilotSamples.Halted(AutopilotState.Done)).FindAll("section"));
    }

    [Fact]
    public void Show_Halts_IsSaidOnceAndPhasesNever()
    {
        var bar = Draw(AutopilotSamples.Running(AutopilotPhase.Choosing));
        Show(bar, AutopilotSamples.Running());
        var whileItRan = bar.Find("[role=status]").TextContent;

        Show(bar, AutopilotSamples.Halted(AutopilotState.Paused));

        Assert.Equal("", whileItRan);
        Assert.StartsWith("Paused at 8 of 20. You paused it.", bar.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Resume_ModelCannotBeUsed_SaysWhy()
    {
        Autopilot.Refusal = new ModelException(new StepFailure(FailureKind.Unauthorized));
        var bar = Draw(AutopilotSamples.Halted(AutopilotState.Paused));

        Button(bar, "Resume").Click();

        Assert.Contains("key", bar.Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_HeldWhileOneWritesByHand_CannotResumeYet()
    {
        var bar = Draw(AutopilotSamples.Halted(AutopilotState.Paused) with { Live = DeskSamples.Live });

        Assert.True(Button(bar, "Resume").HasAttribute("disabled"));
    }

    private static void Show(IRenderedComponent<AutopilotBar> bar, DeskView view) => bar.Render(part => part.Add(drawn => drawn.View, view));

    private IRenderedComponent<AutopilotBar> Draw(DeskView view) => Render<AutopilotBar>(part => part
        .Add(bar => bar.View, view)
        .Add(bar => bar.OnGo, _gone.Add)
        .Add(bar => bar.OnChange, () => _changes++));
}
