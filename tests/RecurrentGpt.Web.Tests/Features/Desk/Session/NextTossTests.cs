using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Session;

public sealed class NextTossTests
{
    private static readonly Guid Head = Guid.NewGuid();

    private readonly NextToss _toss = new(new Random(1));

    [Fact]
    public void For_TheSameStepTwice_IsTheSameToss() => Assert.Equal(_toss.For(Head), _toss.For(Head));

    [Fact]
    public void For_AnotherStep_IsAnotherToss() => Assert.NotEqual(_toss.For(Head), _toss.For(Guid.NewGuid()));

    [Fact]
    public void Renew_AfterSomethingWasStored_TossesAnew()
    {
        var first = _toss.For(Head);

        _toss.Renew();

        Assert.NotEqual(first, _toss.For(Head));
    }
}
