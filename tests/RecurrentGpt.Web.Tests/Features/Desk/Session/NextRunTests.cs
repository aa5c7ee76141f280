using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class NextRunTests
{
    [Fact]
    public void OfPlan_Untouched_IsPicked()
    {
        var request = NextRun.OfPlan(DeskSamples.View, 1);

        Assert.Equal(new RunRequest(DeskSamples.StoryId, RunKind.Step) { ParentId = DeskSamples.Head.Id, Plan = new Plan("They put the lamp out.", PlanSource.Picked) }, request);
    }

    [Fact]
    public void OfPlan_ChangedOnTheScreen_IsSentAsItStandsThere()
    {
        var view = DeskSamples.View;
        view.Edits?.Plans[1].Type("They wait in the dark.");

        var request = NextRun.OfPlan(view, 1);

        Assert.Equal(new Plan("They wait in the dark.", PlanSource.Edited), request?.Plan);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("  \n", false)]
    [InlineData("It rains.", true)]
    public void OfOwnPlan_Text_AsksOnlyWhenThereIsSome(string text, bool asks)
    {
        var view = DeskSamples.View;
        view.Edits?.OwnPlan.Type(text);

        var request = NextRun.OfOwnPlan(view);

        Assert.Equal(asks ? new Plan(text, PlanSource.Own) : null, request?.Plan);
    }

    [Fact]
    public void OfHeadAgain_Step_FollowsTheSamePlanFromTheParent()
    {
        var request = NextRun.OfHeadAgain(DeskSamples.View);

        Assert.Equal(new RunRequest(DeskSamples.StoryId, RunKind.Step) { ParentId = DeskSamples.Head.ParentId, Plan = DeskSamples.Plan }, request);
    }

    [Fact]
    public void OfHeadAgain_Opening_IsNothing()
    {
        var view = DeskSamples.View with { Draft = DeskSamples.Draft with { Head = DeskSamples.Head with { Plan = Plan.Opening } } };

        Assert.Null(NextRun.OfHeadAgain(view));
    }

    [Fact]
    public void OfNewPlans_Head_GetsThem()
    {
        Assert.Equal(new RunRequest(DeskSamples.StoryId, RunKind.NewPlans) { ParentId = DeskSamples.Head.Id }, NextRun.OfNewPlans(DeskSamples.View));
    }

    [Fact]
    public void OfLeftover_Prose_IsKeptWithItsPlan()
    {
        var request = NextRun.OfLeftover(DeskSamples.With(DeskSamples.Stopped));

        Assert.Equal(DeskSamples.Request with { Kind = RunKind.Keep, Text = "The rope came up wet, and" }, request);
    }

    [Fact]
    public void OfLeftover_NoProse_IsNothing()
    {
        var failed = DeskSamples.Stopped with { State = RunState.Failed, Partial = "", Failure = new StepFailure(FailureKind.Unauthorized) };

        Assert.Null(NextRun.OfLeftover(DeskSamples.With(failed)));
    }

    [Fact]
    public void OfOpening_NoHead_AsksForOne()
    {
        Assert.Equal(new RunRequest(DeskSamples.StoryId, RunKind.Opening), NextRun.OfOpening(DeskSamples.Empty));
    }

    [Fact]
    public void OfOpening_OwnOneNotRead_AsksForThatAgain()
    {
        var own = new RunRequest(DeskSamples.StoryId, RunKind.OwnOpening) { Text = "It was late." };
        var view = DeskSamples.Empty with { Draft = DeskSamples.Empty.Draft! with { Leftover = DeskSamples.Stopped with { Request = own } } };

        Assert.Equal(own, NextRun.OfOpening(view));
    }

    [Fact]
    public void OfOpening_HeadStands_IsNothing()
    {
        Assert.Null(NextRun.OfOpening(DeskSamples.View));
    }
}
