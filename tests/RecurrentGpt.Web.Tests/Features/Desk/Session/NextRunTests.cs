using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class NextRunTests
{
    [Fact]
    public void OfPlan_Untouched_IsPickedWithTheTossThatIsShownAndWhatTheBoxesHold()
    {
        var request = NextRun.OfPlan(DeskSamples.View with { Toss = 0.25 }, 1);

        var expected = new RunRequest(DeskSamples.StoryId, RunKind.Step)
        {
            ParentId = DeskSamples.Head.Id,
            Plan = new Plan("They put the lamp out.", PlanSource.Picked),
            Toss = 0.25,
            Held = new HeldTexts("Mara keeps a glass orchard. The orchard hums.", "They put the lamp out.", "This is paragraph 4."),
        };
        Assert.Equal(expected, request);
    }

    [Fact]
    public void OfOwnPlan_TypedAMomentAgo_HoldsWhatTheBoxesHoldNow()
    {
        var view = DeskSamples.View;
        view.Edits?.Memory.Type("The orchard is silent.");
        view.Edits?.OwnPlan.Type("It rains.");

        Assert.Equal(new HeldTexts("The orchard is silent.", "It rains.", "This is paragraph 4."), NextRun.OfOwnPlan(view)?.Held);
    }

    [Fact]
    public void OfLatest_AskedForBefore_HoldsWhatTheBoxesHoldNowAndTheTossThatIsShown()
    {
        var asked = DeskSamples.Request with { Toss = 0.9, Held = new HeldTexts("An older memory.", "She pulls the rope up.", "This is paragraph 4.") };
        var view = DeskSamples.With(DeskSamples.Stopped with { Request = asked }) with { Toss = 0.25 };

        var again = NextRun.OfLatest(view);

        Assert.Equal(asked with { Toss = 0.25, Held = asked.Held! with { ShortTermMemory = "Mara keeps a glass orchard. The orchard hums." } }, again);
    }

    [Fact]
    public void OfLatest_HeadWrittenAgain_StaysAsItWasAskedFor()
    {
        var asked = DeskSamples.Request with { ParentId = DeskSamples.Head.ParentId };

        Assert.Equal(asked, NextRun.OfLatest(DeskSamples.With(DeskSamples.Stopped with { Request = asked })));
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
        var held = new HeldTexts("Mara keeps a glass orchard. The orchard hums.", "", "This is paragraph 4.");

        Assert.Equal(new RunRequest(DeskSamples.StoryId, RunKind.NewPlans) { ParentId = DeskSamples.Head.Id, Held = held }, NextRun.OfNewPlans(DeskSamples.View));
    }

    [Fact]
    public void OfNewPlans_OneWithAWish_IsThatOneByTheWish()
    {
        var view = DeskSamples.View;
        view.Wish.Type(" from her side ");

        var request = NextRun.OfNewPlans(view, 2);

        Assert.Equal((2, "from her side"), (request?.PlanNumber, request?.Text));
    }

    [Fact]
    public void OfNewPlans_Locked_IsNothing()
    {
        var head = DeskSamples.Head with { Plans = [.. DeskSamples.Head.Plans.Select(plan => plan with { IsLocked = plan.Number < 3 })] };
        var view = DeskSamples.View with { Draft = DeskSamples.Draft with { Head = head } };
        var allLocked = view with { Draft = view.Draft with { Head = head with { Plans = [.. head.Plans.Select(plan => plan with { IsLocked = true })] } } };

        Assert.Null(NextRun.OfNewPlans(view, 1));
        Assert.NotNull(NextRun.OfNewPlans(view));
        Assert.Null(NextRun.OfNewPlans(allLocked));
    }

    [Fact]
    public void OfLatest_NewPlanThatIsLockedByNow_IsNothing()
    {
        var asked = new RunRequest(DeskSamples.StoryId, RunKind.NewPlans) { ParentId = DeskSamples.Head.Id, PlanNumber = 2, Text = "quieter" };
        var view = DeskSamples.With(DeskSamples.Stopped with { Request = asked, Partial = "" });
        var head = DeskSamples.Head with { Plans = [.. DeskSamples.Head.Plans.Select(plan => plan with { IsLocked = plan.Number == 2 })] };

        Assert.Equal(asked, NextRun.OfLatest(view));
        Assert.Null(NextRun.OfLatest(view with { Draft = view.Draft! with { Head = head } }));
    }

    [Fact]
    public void OfLeftover_Prose_IsKeptWithItsPlan()
    {
        var request = NextRun.OfLeftover(DeskSamples.With(DeskSamples.Stopped));

        Assert.Equal(DeskSamples.Request with { Kind = RunKind.Keep, Text = "The rope came up wet, and" }, request);
    }

    [Theory]
    [InlineData(RunKind.Keep)]
    [InlineData(RunKind.KeepByHand)]
    public void OfLeftover_ParagraphArrivedWhole_IsKeptWithAllThatArrived(RunKind kind)
    {
        var arrived = new Dictionary<Section, string> { [Section.Paragraph] = "The rope came up wet, and heavy.", [Section.Memory] = "The rope is wet." };
        var view = DeskSamples.With(DeskSamples.Stopped with { Arrived = arrived });

        var request = kind == RunKind.Keep ? NextRun.OfLeftover(view) : NextRun.OfLeftoverByHand(view);

        Assert.Equal(DeskSamples.Request with { Kind = kind, Text = "The rope came up wet, and heavy.", Arrived = arrived }, request);
    }

    [Fact]
    public void OfLatest_KeepingFailed_KeepsTheSameOnceMore()
    {
        var keeping = DeskSamples.Request with { Kind = RunKind.KeepByHand, Text = "The rope came up wet." };
        var failed = DeskSamples.Stopped with { Request = keeping, Partial = "", Arrived = new Dictionary<Section, string> { [Section.Memory] = "The rope is wet." } };

        var request = NextRun.OfLatest(DeskSamples.With(failed));

        Assert.Equal(keeping with { Arrived = failed.Arrived }, request);
    }

    [Fact]
    public void OfLatest_StepFailed_IsTheStepItself()
    {
        Assert.Equal(DeskSamples.Request, NextRun.OfLatest(DeskSamples.With(DeskSamples.Stopped)));
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
