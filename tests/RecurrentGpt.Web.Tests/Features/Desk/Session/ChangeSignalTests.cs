using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class ChangeSignalTests
{
    [Fact]
    public void Raise_Subscribed_TellsEach()
    {
        var signal = new ChangeSignal();
        var (first, second) = (0, 0);
        using var one = signal.Subscribe(() => first++);
        using var two = signal.Subscribe(() => second++);

        signal.Raise();

        Assert.Equal((1, 1), (first, second));
    }

    [Fact]
    public void Raise_Disposed_TellsNoMore()
    {
        var signal = new ChangeSignal();
        var told = 0;
        signal.Subscribe(() => told++).Dispose();

        signal.Raise();

        Assert.Equal(0, told);
    }
}
