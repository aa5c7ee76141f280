using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Sent;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentFiguresTests
{
    private static readonly Exchange Told = new(ExchangePurpose.Step, "", "", "", "m", new TokenUsage(100, 20, 60), TimeSpan.FromSeconds(4));

    [Fact]
    public void Of_RequestsThatTold_IsTheirSum()
    {
        var figures = SentFigures.Of([Told, Told with { Elapsed = TimeSpan.FromSeconds(1) }]);

        Assert.Equal(new SentFigures(new TokenUsage(200, 40, 120), IsEstimated: false, TimeSpan.FromSeconds(5)), figures);
    }

    [Fact]
    public void Of_ARequestThatDidNotTell_IsEstimatedAndSaysSo()
    {
        var figures = SentFigures.Of([Told, Told with { System = "12345678", User = "雪落", Reply = "1234", Usage = null }]);

        Assert.Equal(new TokenUsage(104, 21, 60), figures.Usage);
        Assert.True(figures.IsEstimated);
    }

    [Fact]
    public void Of_ARequestThatWasRefused_TookNothing()
    {
        var figures = SentFigures.Of([Told with { User = "Go on.", Usage = null, Failure = new StepFailure(FailureKind.Unexpected) }]);

        Assert.Equal((TokenUsage.None, false), (figures.Usage, figures.IsEstimated));
    }
}
