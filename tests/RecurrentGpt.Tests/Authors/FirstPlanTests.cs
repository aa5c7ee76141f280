using RecurrentGpt.Authors;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Authors;

public sealed class FirstPlanTests
{
    [Fact]
    public void Choose_ThreePlans_TakesTheFirstAsPicked()
    {
        OfferedPlan[] plans = [new(1, "Go north.", "Go north."), new(2, "Stay.", "Stay."), new(3, "Sleep.", "Sleep.")];

        var plan = new FirstPlan().Choose(plans);

        Assert.Equal(new Plan("Go north.", PlanSource.Picked), plan);
    }

    [Fact]
    public void Choose_PlanChangedByHand_TakesTheChangedWordsAsEdited()
    {
        OfferedPlan[] plans = [new(1, "Go south.", "Go north.")];

        var plan = new FirstPlan().Choose(plans);

        Assert.Equal(new Plan("Go south.", PlanSource.Edited), plan);
    }

    [Fact]
    public void Choose_NoPlans_Refuses() => Assert.ThrowsAny<ArgumentException>(() => new FirstPlan().Choose([]));
}
