using System.Globalization;
using RecurrentGpt.Offline;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class TokenPricesTests
{
    private static readonly TokenPrices Prices = new() { InputPrice = 2, CachedInputPrice = 0.5m, OutputPrice = 8 };

    private static readonly ModelSettings Settings = new()
    {
        Provider = ModelProvider.OpenAi,
        ApiKey = "sk-test",
        ChatModel = "gpt-4.1",
        EmbeddingModel = "text-embedding-3-small",
        Prices = Prices,
    };

    [Fact]
    public void CostOf_CachedTokens_AtTheirOwnPrice() =>
        Assert.Equal(0.0013m + 0.0016m, Prices.CostOf(new TokenUsage(Input: 800, Output: 200, Cached: 200)));

    [Fact]
    public void CostOf_NoPriceForCached_AtThePriceOfInput() =>
        Assert.Equal(0.0016m + 0.0016m, (Prices with { CachedInputPrice = null }).CostOf(new TokenUsage(800, 200, 200)));

    [Fact]
    public void CostOf_MoreCachedThanThereWere_CountsEachOnce() => Assert.Equal(0.0004m, Prices.CostOf(new TokenUsage(800, 0, 5_000)));

    [Fact]
    public void CostOf_HugeCounts_DoesNotOverflow() => Assert.NotNull((Prices with { InputPrice = TokenPrices.Highest }).CostOf(new TokenUsage(long.MaxValue, long.MaxValue, 0)));

    [Fact]
    public void CostOf_APriceMissing_IsNone()
    {
        Assert.Null(TokenPrices.None.CostOf(new TokenUsage(800, 200, 0)));
        Assert.Null((Prices with { OutputPrice = null }).CostOf(new TokenUsage(800, 200, 0)));
    }

    [Fact]
    public void CostOf_WhatTheSampleWriterWrote_IsNone()
    {
        var usage = new TokenUsage(800, 200, 0);

        Assert.Equal(0.0032m, Settings.CostOf(usage, "gpt-4.1"));
        Assert.Null(Settings.CostOf(usage, SampleWriter.Name));
        Assert.Null((Settings with { Provider = ModelProvider.Offline }).CostOf(usage, "gpt-4.1"));
    }

    [Theory]
    [InlineData("0", "$0.00")]
    [InlineData("0.0004", "$0.0004")]
    [InlineData("0.000437", "$0.00044")]
    [InlineData("0.0234", "$0.023")]
    [InlineData("0.5", "$0.50")]
    [InlineData("0.999", "$1.00")]
    [InlineData("1234.5", "$1,234.50")]
    [InlineData("0.00000000000000001", "$0.00")]
    public void Format_OfACost_ShowsTheDigitsThatCount(string cost, string expected) =>
        Assert.Equal(expected, Prices.Format(decimal.Parse(cost, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("€", "€0,0004")]
    [InlineData("EUR", "EUR\u00A00,0004")]
    [InlineData("US$", "US$0,0004")]
    public void Format_InALanguage_TakesItsSignsAndTheCurrency(string currency, string expected) =>
        Assert.Equal(expected, (Prices with { Currency = currency }).Format(0.0004m, CultureInfo.GetCultureInfo("de")));

    [Theory]
    [InlineData("")]
    [InlineData("dubloons!")]
    [InlineData("a\nb")]
    public void Problems_OfACurrency_NameIt(string currency)
    {
        var problem = Assert.Single((Settings with { Prices = Prices with { Currency = currency } }).Problems());

        Assert.Equal((nameof(TokenPrices.Currency), "The currency has to be a sign or a name of at most 8 characters."), (problem.Name, problem.Reason));
    }

    [Fact]
    public void Problems_OfPrices_SayWhichAndWhy()
    {
        Assert.Empty(Settings.Problems());
        Assert.Empty((Settings with { Prices = new TokenPrices { InputPrice = 0, OutputPrice = TokenPrices.Highest } }).Problems());
        Assert.Equal(
            [
                "The price of input is needed for a cost. Write 0 if it costs nothing, or leave all prices empty.",
                "The price of cached input has to be between 0 and 1,000,000.",
                "The price of output is needed for a cost. Write 0 if it costs nothing, or leave all prices empty.",
            ],
            (Settings with { Prices = new TokenPrices { CachedInputPrice = -0.1m } }).Problems().Select(problem => problem.Reason));
    }
}
