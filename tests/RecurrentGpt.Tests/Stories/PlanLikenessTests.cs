using System.Globalization;
using RecurrentGpt.Stories;
using Xunit.Abstractions;

namespace RecurrentGpt.Tests.Stories;

/// <summary>Holds the threshold against plans that were written for it, and the figures that docs/plans.md gives.</summary>
public sealed class PlanLikenessTests(ITestOutputHelper output)
{
    [Fact]
    public void Of_WrittenPairs_LeavesAGapAroundTheThreshold()
    {
        var measured = PlanPairs.All.Select(pair => (Pair: pair, Likeness: PlanLikeness.Of(pair.First, pair.Second))).ToList();

        foreach (var group in measured.GroupBy(one => (one.Pair.Language, one.Pair.Kind)).OrderBy(group => group.Key))
        {
            var figures = group.Select(one => one.Likeness).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key} {figures.Count}: {figures.Min():0.00} to {figures.Max():0.00}, mean {figures.Average():0.00}"));
        }

        Assert.True(measured.Count >= 40);
        Assert.All(measured, one => Assert.Equal(one.Pair.IsSame, one.Likeness >= PlanLikeness.TooClose));
        Assert.InRange(measured.Where(one => one.Pair.IsSame).Min(one => one.Likeness), 0.60, 1);
        Assert.InRange(measured.Where(one => !one.Pair.IsSame).Max(one => one.Likeness), 0, 0.26);
    }

    [Fact]
    public void Of_AnyTwoPlans_IsTheSameEitherWayAndBetweenNothingAndAll()
    {
        foreach (var pair in PlanPairs.All)
        {
            var likeness = PlanLikeness.Of(pair.First, pair.Second);

            Assert.Equal(likeness, PlanLikeness.Of(pair.Second, pair.First), 12);
            Assert.InRange(likeness, 0, 1);
            Assert.Equal(1, PlanLikeness.Of(pair.First, pair.First), 12);
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "She waits.")]
    [InlineData("…?!", "— ☂ 😀")]
    [InlineData("She waits by the gate.", "他在门口等着。")]
    public void Of_PlansWithNoWordInCommon_IsNothing(string first, string second) => Assert.InRange(PlanLikeness.Of(first, second), 0, 0.01);

    [Fact]
    public void Nearest_OfThreePlans_IsTheOneThatIsMostAlike()
    {
        var scene = PlanPairs.Scenes[0];
        var plans = new Dictionary<int, string> { [1] = scene.First, [2] = scene.Second, [3] = scene.Reworded };

        Assert.Equal((3, true), (PlanLikeness.Nearest(plans, 1)!.Number, PlanLikeness.Nearest(plans, 1)!.IsTooClose));
        Assert.False(PlanLikeness.Nearest(plans, 2)!.IsTooClose);
        Assert.Null(PlanLikeness.Nearest(plans, 4));
        Assert.Null(PlanLikeness.Nearest(new Dictionary<int, string> { [1] = scene.First, [2] = " " }, 1));
    }
}
