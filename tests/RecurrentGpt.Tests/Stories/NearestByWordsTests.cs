using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Stories;

public sealed class NearestByWordsTests
{
    private static readonly string[] Plans =
    [
        "Mara climbs down the well with the lantern. She finds a door.",
        "Tobin steals the lanterns from the ferry house.",
        "The bell rings twice. Nobody answers it.",
        "玛拉提着灯下到井里，发现一扇门。",
        "托宾从渡口偷走了那封信。",
    ];

    [Theory]
    [InlineData("lantern", 0, 1)]
    [InlineData("LANTERNS", 1, 0)]
    [InlineData("lant", 0, 1)]
    [InlineData("tobin lantern", 1, 0)]
    [InlineData("ringing bell", 2)]
    [InlineData("the ferry", 1)]
    [InlineData("那封信", 4)]
    [InlineData("井里的门", 3)]
    [InlineData("antern")]
    [InlineData("orchard")]
    [InlineData("。，  ")]
    public void Of_Words_FindsTheTextsThatHaveThemTheNearestFirst(string wanted, params int[] found)
    {
        var nearness = NearestByWords.Of(Plans, wanted);

        Assert.Equal(found, Enumerable.Range(0, Plans.Length).Where(i => nearness[i] > 0).OrderByDescending(i => nearness[i]));
    }

    [Fact]
    public void Of_ExactWords_ComeBeforeTheSameWordsElsewhere()
    {
        var nearness = NearestByWords.Of(["The house by the ferry. The ferry, the ferry.", "The ferry house burns."], "ferry house");

        Assert.True(nearness[1] > nearness[0]);
    }

    [Fact]
    public void Of_OnlyWordsThatEveryTextHas_LooksForThoseAfterAll()
    {
        Assert.Equal([false, true], NearestByWords.Of(["Mara waits.", "She waits."], "she").Select(near => near > 0));
    }

    [Fact]
    public void Of_NothingToLookThrough_IsEmpty() => Assert.Empty(NearestByWords.Of([], "lantern"));
}
