using RecurrentGpt.Runs;

namespace RecurrentGpt.Tests.Runs;

public sealed class SignalTests
{
    [Fact]
    public void Raise_Subscribed_TellsEach()
    {
        var signal = new Signal<int>();
        var (first, second) = (0, 0);
        using var one = signal.Subscribe(value => first += value);
        using var two = signal.Subscribe(value => second += value);

        signal.Raise(3);

        Assert.Equal((3, 3), (first, second));
    }

    [Fact]
    public void Raise_Disposed_TellsNoMore()
    {
        var signal = new Signal<int>();
        var told = 0;
        signal.Subscribe(_ => told++).Dispose();

        signal.Raise(1);

        Assert.Equal(0, told);
    }
}
