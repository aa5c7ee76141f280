using RecurrentGpt.Memory;

namespace RecurrentGpt.Tests.Memory;

public sealed class PlanVectorsTests
{
    private readonly PlanVectors _plans = new();

    [Fact]
    public void Find_RememberedText_IsItsVector()
    {
        _plans.Remember("She waits.", new[] { 1f, 2f });

        Assert.Equal([1f, 2f], _plans.Find("She waits.")!.Value.ToArray());
        Assert.Null(_plans.Find("She waits"));
    }

    [Fact]
    public void Remember_MoreThanItHolds_LetsTheOldestGo()
    {
        for (var i = 0; i <= 32; i++)
        {
            _plans.Remember($"Plan {i}", new float[] { i });
        }

        Assert.Null(_plans.Find("Plan 0"));
        Assert.NotNull(_plans.Find("Plan 1"));
        Assert.NotNull(_plans.Find("Plan 32"));
    }
}
