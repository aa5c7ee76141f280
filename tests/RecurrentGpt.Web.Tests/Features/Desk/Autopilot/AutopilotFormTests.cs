using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Autopilot;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

public sealed class AutopilotFormTests
{
    private static readonly AutopilotOrder Full = new()
    {
        Steps = 25,
        Author = AuthorKind.Random,
        Seed = 7,
        MayRevise = false,
        UsesTaste = false,
        Extends = true,
        StopCondition = "when the letter is opened",
        JudgesApart = true,
        MostTokens = 100_000,
        MostCost = 2.5m,
        MostTime = TimeSpan.FromHours(1.5),
        StopsAtRepetition = false,
        StopsAtAlikePlans = false,
    };

    [Fact]
    public void Order_Untouched_IsTheOneItBeganWith()
    {
        Assert.Equal(Full, new AutopilotForm(Full, held: null) { HasPrices = true }.Order);
        Assert.Equal(new AutopilotOrder(), new AutopilotForm(new AutopilotOrder(), held: null).Order);
    }

    [Fact]
    public void Order_WithoutPrices_HasNoLimitOfCost()
    {
        Assert.Null(new AutopilotForm(Full, held: null).Order.MostCost);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("")]
    [InlineData("ten")]
    [InlineData("2.5")]
    public void Problems_StepsOutOfRange_AreNamed(string typed)
    {
        var form = new AutopilotForm(new AutopilotOrder(), held: null) { Steps = typed };

        Assert.Equal("WrongSteps", Assert.Single(form.Problems()).Value);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("many")]
    public void Problems_LimitsThatAreNone_AreNamed(string typed)
    {
        var form = new AutopilotForm(new AutopilotOrder(), held: null) { Tokens = typed, Cost = typed, Hours = typed, HasPrices = true };

        Assert.Equal(["WrongMostCost", "WrongMostTime", "WrongMostTokens"], form.Problems().Values.Order());
    }

    [Fact]
    public void Problems_HoursOfMoreThanAYear_AreNamed()
    {
        Assert.Equal("WrongMostTime", Assert.Single(new AutopilotForm(new AutopilotOrder(), held: null) { Hours = "1e20" }.Problems()).Value);
    }

    [Fact]
    public void Problems_LongestValuesOfTheEngine_AreNone()
    {
        var form = new AutopilotForm(new AutopilotOrder(), held: null) { Steps = $"{AutopilotOrder.MostSteps}", StopCondition = new string('x', StoryLimits.Wish), Hours = $"{AutopilotForm.MostHours}" };

        Assert.Empty(form.Problems());
        form.StopCondition += "x";
        Assert.Equal(nameof(AutopilotOrder.StopCondition), Assert.Single(form.Problems()).Key);
    }

    [Fact]
    public void Problems_Seed_MattersOnlyWhereThereIsChance()
    {
        var form = new AutopilotForm(new AutopilotOrder(), held: null) { Seed = "x" };
        Assert.Empty(form.Problems());

        form.Author = AuthorKind.Random;

        Assert.Equal("WrongSeed", Assert.Single(form.Problems()).Value);
    }

    [Fact]
    public void Problems_OfAHeldRun_NameWhatWouldStopItAtOnce()
    {
        var held = AutopilotSamples.Record with { State = AutopilotState.Paused };
        var form = new AutopilotForm(held.Order, held) { Steps = "8", Tokens = "40000", Cost = "1.5", Hours = "0.2", HasPrices = true };

        Assert.Equal(["UsedMostCost", "UsedMostTime", "UsedMostTokens", "WrittenSteps"], form.Problems().Values.Order());
        (form.Steps, form.Tokens, form.Cost, form.Hours) = ("9", "40001", "1.6", "");
        Assert.Empty(form.Problems());
    }

    [Fact]
    public void Left_OfAHeldRun_IsWhatIsStillToBeWritten()
    {
        Assert.Equal(12, new AutopilotForm(AutopilotSamples.Record.Order, AutopilotSamples.Record).Left);
        Assert.Equal(0, new AutopilotForm(AutopilotSamples.Record.Order, AutopilotSamples.Record) { Steps = "" }.Left);
    }
}
