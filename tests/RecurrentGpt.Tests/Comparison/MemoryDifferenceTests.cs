using RecurrentGpt.Comparison;

namespace RecurrentGpt.Tests.Comparison;

public sealed class MemoryDifferenceTests
{
    [Fact]
    public void Between_TwoMemories_SortsEachSentence()
    {
        var difference = MemoryDifference.Between(
            "Mara keeps an orchard. The gate closed by itself at dawn. The boy came by the road. The lamp is lit.",
            "The lamp is lit. Mara keeps an orchard. The boy came by the cellar and not by the road. The letter is burnt.");

        Assert.Equal(["Mara keeps an orchard.", "The lamp is lit."], difference.Both.Order(StringComparer.Ordinal));
        Assert.Equal(["The gate closed by itself at dawn."], difference.OnlyLeft);
        Assert.Equal(["The letter is burnt."], difference.OnlyRight);
        Assert.Equal([("The boy came by the road.", "The boy came by the cellar and not by the road.")], difference.Reworded.Select(change => (change.Before, change.After)));
        Assert.False(difference.IsSame);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("It rains. It snows.", "It snows. It rains.")]
    public void Between_NoSentenceThatDiffers_IsTheSame(string left, string right) => Assert.True(MemoryDifference.Between(left, right).IsSame);

    [Fact]
    public void Between_NothingOnOneSide_IsAllOnTheOther()
    {
        var difference = MemoryDifference.Between("", "It rains. It snows.");

        Assert.Equal(["It rains.", "It snows."], difference.OnlyRight);
        Assert.Empty(difference.Both);
    }

    [Fact]
    public void Between_RandomMemories_LosesAndRepeatsNoSentence()
    {
        var die = new Random(11);
        for (var turn = 0; turn < 300; turn++)
        {
            var (left, right) = (Sentences(die), Sentences(die));

            var difference = MemoryDifference.Between(string.Join(' ', left), string.Join(' ', right));

            Assert.Equal(left.Order(), difference.Both.Concat(difference.OnlyLeft).Concat(difference.Reworded.Select(change => change.Before)).Order());
            Assert.Equal(right.Order(), difference.Both.Concat(difference.OnlyRight).Concat(difference.Reworded.Select(change => change.After)).Order());
        }
    }

    private static string[] Sentences(Random die) =>
        [.. Enumerable.Range(0, die.Next(8)).Select(_ => $"{(die.Next(2) == 0 ? "Mara" : "Tobin")} lights lamp {die.Next(5)} of the tower{(die.Next(2) == 0 ? " again" : "")}.")];
}
