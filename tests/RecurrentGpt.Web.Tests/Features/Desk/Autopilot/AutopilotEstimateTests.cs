using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Autopilot;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

public sealed class AutopilotEstimateTests
{
    private static readonly EstimateBasis Unmeasured = new() { Settings = new StorySettings(), PromptTokens = 2_000, MemoryTokens = 300 };
    private static readonly EstimateBasis Measured = Unmeasured with { Steps = [new TokenUsage(3_000, 1_000, 2_000), new TokenUsage(2_000, 1_000, 0)] };
    private static readonly AutopilotOrder First = new() { Author = AuthorKind.First };
    private static readonly AutopilotOrder Simulated = new() { Author = AuthorKind.Simulated };

    [Fact]
    public void Of_MeasuredSteps_ReachesAsFarAsTheyDo()
    {
        var estimate = Of(First, Measured);

        Assert.Equal((10, 10 * (2_000 + 850), 10 * (3_000 + 1_150), 2), (estimate.Requests, estimate.FewestTokens, estimate.MostTokens, estimate.MeasuredSteps));
    }

    [Fact]
    public void Of_OneMeasuredStep_StillLeavesRoom()
    {
        var estimate = Of(First, Unmeasured with { Steps = [new TokenUsage(2_000, 1_000, 0)] }, steps: 1);

        Assert.Equal((2_550, 3_450), (estimate.FewestTokens, estimate.MostTokens));
    }

    [Fact]
    public void Of_NothingMeasured_RestsOnThePromptAndTheParagraphLength()
    {
        var estimate = Of(First, Unmeasured);
        var longer = Of(First, Unmeasured with { Settings = new StorySettings { ParagraphSentences = 60 } });

        Assert.Equal(0, estimate.MeasuredSteps);
        Assert.InRange(estimate.FewestTokens, 10 * 2_000, estimate.MostTokens);
        Assert.True(longer.FewestTokens > estimate.FewestTokens && longer.MostTokens > estimate.MostTokens);
    }

    [Fact]
    public void Of_MoreSteps_TakesThatMuchMore()
    {
        Assert.Equal(100 * Of(Simulated, Unmeasured, steps: 1).MostTokens, Of(Simulated, Unmeasured, steps: 100).MostTokens);
    }

    [Theory]
    [InlineData(AuthorKind.First, "", false, 10)]
    [InlineData(AuthorKind.Random, "", true, 10)]
    [InlineData(AuthorKind.Simulated, "", true, 20)]
    [InlineData(AuthorKind.Simulated, "when it rains", false, 20)]
    [InlineData(AuthorKind.Simulated, "when it rains", true, 30)]
    [InlineData(AuthorKind.First, "when it rains", false, 20)]
    public void Of_EachOrder_CountsTheRequestsOfAStep(AuthorKind author, string condition, bool judgesApart, int requests)
    {
        var estimate = Of(new AutopilotOrder { Author = author, StopCondition = condition, JudgesApart = judgesApart }, Measured);

        Assert.Equal(requests, estimate.Requests);
    }

    [Fact]
    public void Of_ChoosingAndJudging_CostMoreAndAreMeasuredToo()
    {
        var alone = Of(First, Measured).MostTokens;

        Assert.True(Of(Simulated, Measured).MostTokens > alone);
        Assert.True(Of(Simulated with { Extends = true }, Measured).MostTokens > Of(Simulated, Measured).MostTokens);
        Assert.Equal(alone + (10 * 1_150), Of(Simulated, Measured with { Choices = [new TokenUsage(900, 100, 0)] }).MostTokens);
        Assert.Equal(alone + (10 * 575), Of(First with { StopCondition = "when it rains" }, Measured with { Judgements = [new TokenUsage(400, 100, 0)] }).MostTokens);
    }

    [Fact]
    public void Of_Prices_GiveARangeOfCost()
    {
        var estimate = AutopilotEstimate.Of(First, 10, Measured, usage => usage.Output);

        Assert.Equal((8_500m, 11_500m), (estimate.LowestCost, estimate.HighestCost));
        Assert.Null(Of(First, Measured).LowestCost);
    }

    private static AutopilotEstimate Of(AutopilotOrder order, EstimateBasis basis, int steps = 10) => AutopilotEstimate.Of(order, steps, basis, _ => null);
}
