using RecurrentGpt.Authors;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Authors;

public sealed class RandomPlanTests
{
    private static readonly OfferedPlan[] Plans = [new(1, "Go north.", "Go north."), new(2, "Stay.", "Stay."), new(3, "Sleep.", "Sleep.")];

    [Fact]
    public void Choose_SameSeed_GivesTheSameChoices() => Assert.Equal(Choices(seed: 7), Choices(seed: 7));

    [Fact]
    public void Choose_OtherSeed_GivesOtherChoices() => Assert.NotEqual(Choices(seed: 7), Choices(seed: 8));

    [Fact]
    public void Choose_OneParagraphAlone_IsChosenAsAmongTheOthers() =>
        Assert.Equal(Choices(seed: 7)[99], new RandomPlan(7).Choose(Plans, paragraph: 99).Text);

    [Theory]
    [InlineData(7)]
    [InlineData(-1)]
    public void Choose_ManyTimes_TakesEachPlanAboutAsOften(int seed)
    {
        var counts = Choices(seed).GroupBy(text => text).Select(group => group.Count()).ToList();

        Assert.Equal(3, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 70, 130));
    }

    [Fact]
    public void Choose_NoPlans_Refuses() => Assert.ThrowsAny<ArgumentException>(() => new RandomPlan(7).Choose([], paragraph: 1));

    private static List<string> Choices(int seed) => [.. Enumerable.Range(0, 300).Select(paragraph => new RandomPlan(seed).Choose(Plans, paragraph).Text)];
}
