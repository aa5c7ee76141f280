using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Sent;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Features.Desk.Sent;

public sealed class SentCostsTests
{
    private static readonly Exchange Exchange = new(ExchangePurpose.Step, "", "", "", "m", new TokenUsage(1_000_000, 1_000_000, 0), TimeSpan.Zero);

    [Fact]
    public void Of_SeveralRequests_IsTheirSum() => Assert.Equal("€6.00", Costs(1, 2).Of([Exchange, Exchange]));

    [Fact]
    public void Of_NoPrice_IsNotShown() => Assert.Null(Costs(null, null).Of([Exchange]));

    [Fact]
    public void Of_HalfAPrice_IsNotShown() => Assert.Null(Costs(1, null).Of([Exchange]));

    private static SentCosts Costs(decimal? input, decimal? output) => new(new ModelSettings
    {
        Provider = ModelProvider.Compatible,
        Prices = new TokenPrices { InputPrice = input, OutputPrice = output, Currency = "€" },
    });
}
