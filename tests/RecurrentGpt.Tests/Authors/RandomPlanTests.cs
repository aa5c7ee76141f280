using RecurrentGpt.Authors;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Authors;

public sealed class RandomPlanTests
{
    private static readonly OfferedPlan[] Plans = [new(1, "Go north.", "Go north."), new(2, "Stay.", "Stay."), new(3, "Sleep.", "Sleep.")];

    [Fact]
    public void Choose_SameSeed_GivesTheSameChoices() => Assert.Equal(Choices(seed: 7), Choices(seed: 7));

    [Fact]
    public void Choose_ManyTimes_TakesEachPlanAboutAsOften()
    {
        var counts = Choices(seed: 7).GroupBy(text => text).Select(group => group.Count()).ToList();

        Assert.Equal(3, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 70, 130));
    }

    [Fact]
    public void Choose_NoPlans_Refuses() => Assert.ThrowsAny<ArgumentException>(() => new RandomPlan(new Random(7)).Choose([]));

    private static List<string> Choices(int seed)
    {
        var author = new RandomPlan(new Random(seed));

        return [.. Enumerable.Range(0, 300).Select(_ => author.Choose(Plans).Text)];
    }
}
