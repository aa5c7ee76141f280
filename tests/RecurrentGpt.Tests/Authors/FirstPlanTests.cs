using RecurrentGpt.Authors;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Authors;

public sealed class FirstPlanTests
{
    [Fact]
    public void Choose_ThreePlans_TakesTheFirst()
    {
        OfferedPlan[] plans = [new(1, "Go north.", "Go north."), new(2, "Stay.", "Stay."), new(3, "Sleep.", "Sleep.")];

        var plan = new FirstPlan().Choose(plans, paragraph: 4);

        Assert.Equal(plans[0], plan);
    }

    [Fact]
    public void Choose_NoPlans_Refuses() => Assert.ThrowsAny<ArgumentException>(() => new FirstPlan().Choose([], paragraph: 4));
}
