using RecurrentGpt.Comparison;

namespace RecurrentGpt.Tests.Comparison;

public sealed class ForkTests
{
    [Theory]
    [InlineData(0, 2, 3)]
    [InlineData(1, 0, 4)]
    [InlineData(7, 5, 5)]
    [InlineData(7, 0, 0)]
    [InlineData(3_000, 1, 2_000)]
    [InlineData(0, 0, 0)]
    public void Common_APathAndAnother_IsTheirCommonBeginning(int common, int left, int right)
    {
        var beginning = Steps(common);

        Assert.Equal(common, Fork.Common([.. beginning, .. Steps(left)], [.. beginning, .. Steps(right)]));
    }

    [Fact]
    public void Common_EveryLength_EqualsAWalkStepByStep()
    {
        var die = new Random(3005);
        for (var turn = 0; turn < 500; turn++)
        {
            var beginning = Steps(die.Next(12));
            Guid[] left = [.. beginning, .. Steps(die.Next(6))];
            Guid[] right = [.. beginning, .. Steps(die.Next(6))];

            Assert.Equal(left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count(), Fork.Common(left, right));
        }
    }

    private static Guid[] Steps(int count) => [.. Enumerable.Range(0, count).Select(_ => Guid.NewGuid())];
}
