using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class LeftoverCardTests : DeskContext
{
    private readonly List<string> _asked = [];

    [Theory]
    [InlineData("Keep as the paragraph", "keep")]
    [InlineData("Keep it, and write the rest by hand", "by hand")]
    [InlineData("Write it again", "again")]
    [InlineData("Drop it", "drop")]
    [InlineData("Read the raw reply", "raw")]
    public void Click_Stopped_AsksForTheChoice(string button, string expected)
    {
        var card = Draw(DeskSamples.Stopped);

        Button(card, button).Click();

        Assert.Equal([expected], _asked);
        Assert.Contains("The rope came up wet, and", card.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_FailedWithoutProse_SaysWhyAndOffersToTryAgain()
    {
        var card = Draw(DeskSamples.Stopped with { State = RunState.Failed, Partial = "", Failure = new StepFailure(FailureKind.Unauthorized) });

        Assert.Equal(["Try again", "Dismiss"], Names(card));
        Assert.NotEmpty(card.Find(".why").TextContent);
    }

    [Fact]
    public void Render_NewPlansFailed_OffersNoKeeping()
    {
        var request = new RunRequest(DeskSamples.StoryId, RunKind.NewPlans) { ParentId = DeskSamples.Head.Id };

        var card = Draw(DeskSamples.Stopped with { Request = request, State = RunState.Failed, Failure = new StepFailure(FailureKind.Refused) });

        Assert.Equal(["Try again", "Dismiss", "Read the raw reply"], Names(card));
    }

    [Fact]
    public void Render_NothingHadCome_PromisesNoText()
    {
        var card = Draw(DeskSamples.Stopped with { State = RunState.Interrupted, Partial = "" });

        Assert.Equal("The program ended before anything of it had come.", Assert.Single(card.FindAll(".why")).TextContent);
        Assert.Empty(card.FindAll(".prose"));
    }

    [Fact]
    public void Render_StoppedInTheParagraph_NamesAllThatIsMissing()
    {
        var card = Draw(DeskSamples.Stopped);

        Assert.Equal("Not here yet: the paragraph, short-term memory, plan 1, plan 2, plan 3.", card.Find(".missing").TextContent);
    }

    [Fact]
    public void Render_MemoryMissing_NamesItOnceAndShowsTheWholeParagraph()
    {
        var card = Draw(Incomplete(Section.Memory));

        Assert.Equal("Not here yet: short-term memory.", card.Find(".missing").TextContent);
        Assert.DoesNotContain("Updated Memory", card.Markup, StringComparison.Ordinal);
        Assert.Equal("The rope came up wet, and with a knot.", card.Find(".prose").TextContent);
    }

    [Fact]
    public void Render_PlansMissing_NamesEach()
    {
        var card = Draw(Incomplete(Section.Instruction2, Section.Instruction3));

        Assert.Equal("Not here yet: plan 2, plan 3.", card.Find(".missing").TextContent);
    }

    [Fact]
    public void Render_AllHadArrived_SaysSo()
    {
        var card = Draw(Incomplete() with { Failure = new StepFailure(FailureKind.NotStored) });

        Assert.Equal("All of it had arrived.", card.Find(".missing").TextContent);
    }

    [Theory]
    [InlineData(FailureKind.Refused, true)]
    [InlineData(FailureKind.EmptyReply, true)]
    [InlineData(FailureKind.Unauthorized, false)]
    [InlineData(FailureKind.Unreachable, false)]
    public void Render_Failed_OffersTheRawReplyWhenThereIsOne(FailureKind failure, bool isOffered)
    {
        var card = Draw(DeskSamples.Stopped with { State = RunState.Failed, Partial = "", Failure = new StepFailure(failure) });

        Assert.Equal(isOffered, Names(card).Contains("Read the raw reply"));
    }

    [Fact]
    public void Render_Busy_LetsTheReplyBeReadAndNothingElse()
    {
        var card = Render<LeftoverCard>(part => part.Add(card => card.Leftover, DeskSamples.Stopped).Add(card => card.IsBusy, true));

        Assert.Equal(["Read the raw reply"], card.FindAll("button:not([disabled])").Select(button => button.TextContent));
    }

    private static Run Incomplete(params Section[] missing) => DeskSamples.Stopped with
    {
        State = RunState.Failed,
        Failure = new StepFailure(FailureKind.Incomplete, "Updated Memory"),
        Arrived = ReplyForm.Step.Required.Except(missing).ToDictionary(section => section, section => section == Section.Paragraph ? "The rope came up wet, and with a knot." : "Whole."),
    };

    private IRenderedComponent<LeftoverCard> Draw(Run leftover) => Render<LeftoverCard>(part => part
        .Add(card => card.Leftover, leftover)
        .Add(card => card.OnKeep, () => _asked.Add("keep"))
        .Add(card => card.OnKeepByHand, () => _asked.Add("by hand"))
        .Add(card => card.OnRaw, () => _asked.Add("raw"))
        .Add(card => card.OnAgain, () => _asked.Add("again"))
        .Add(card => card.OnDrop, () => _asked.Add("drop")));
}
