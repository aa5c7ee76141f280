using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Plans;

public sealed class PlanWishTests
{
    [Fact]
    public void After_NewPlans_IsGone() => Assert.Equal("", Typed().After(DeskSamples.Draft, new DeskOutcome(OutcomeKind.PlansWritten)).Text);

    [Fact]
    public void After_AFailure_StandsAsItIsTyped() =>
        Assert.Equal("quieter", Typed().After(DeskSamples.Draft, DeskOutcome.OfFailure(new StepFailure(FailureKind.Unreachable))).Text);

    [Fact]
    public void After_AnotherStep_IsGone() =>
        Assert.Equal("", Typed().After(DeskSamples.Draft with { Head = DeskSamples.Head with { Id = Guid.NewGuid() } }, new DeskOutcome(OutcomeKind.Undone)).Text);

    [Fact]
    public void After_OpeningAStoryWhoseNewPlansFailed_IsThereAgain()
    {
        var failed = DeskSamples.Stopped with { Request = new RunRequest(DeskSamples.StoryId, RunKind.NewPlans) { ParentId = DeskSamples.Head.Id, Text = "riskier" } };

        Assert.Equal("riskier", new PlanWish().After(DeskSamples.Draft with { Leftover = failed }, null).Text);
    }

    [Fact]
    public void Type_TooLong_IsCutAtTheLimit()
    {
        var wish = new PlanWish();

        wish.Type(new string('x', StoryLimits.Wish + 1));

        Assert.Equal(StoryLimits.Wish, wish.Text.Length);
    }

    private static PlanWish Typed()
    {
        var wish = new PlanWish().After(DeskSamples.Draft, null);
        wish.Type("quieter");
        return wish;
    }
}
