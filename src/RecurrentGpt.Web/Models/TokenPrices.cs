using System.Globalization;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Models;

/// <summary>What a million tokens of the chat model cost. Empty prices mean that no cost is shown.</summary>
public sealed record TokenPrices
{
    public const string UsualCurrency = "$";

    /// <summary>Longest name or sign of a currency, in characters.</summary>
    public const int CurrencyLength = 8;

    public const decimal Highest = 1_000_000;

    private const decimal Million = 1_000_000;
    private const int FewestDigits = 2;
    private const int MostDigits = 12;

    public static TokenPrices None { get; } = new();

    public decimal? InputPrice { get; init; }

    /// <summary>Of input that the provider read from its cache; where it is empty, <see cref="InputPrice"/> holds.</summary>
    public decimal? CachedInputPrice { get; init; }

    public decimal? OutputPrice { get; init; }

    public string Currency { get; init; } = UsualCurrency;

    /// <summary>Null without a price for both input and output: half a cost would mislead.</summary>
    public decimal? CostOf(TokenUsage usage)
    {
        ArgumentNullException.ThrowIfNull(usage);
        if (InputPrice is not { } input || OutputPrice is not { } output)
        {
            return null;
        }

        // Some servers count more cached tokens than tokens.
        var cached = Math.Clamp(usage.Cached, 0, Math.Max(0, usage.Input));
        return (((usage.Input - cached) * input) + (cached * (CachedInputPrice ?? input)) + (usage.Output * output)) / Million;
    }

    /// <summary>A cost with its currency: two digits after the point, or as many as it takes to see two that count ($0.0004 and not $0.00).</summary>
    /// <param name="culture">Null for the language of the screen.</param>
    public string Format(decimal cost, CultureInfo? culture = null)
    {
        var digits = FewestDigits;
        for (var rest = Math.Abs(cost) * 10; rest is > 0 and < 1 && digits < MostDigits; rest *= 10)
        {
            digits++;
        }

        var figure = cost.ToString($"#,##0.00{new string('#', digits - FewestDigits)}", culture ?? CultureInfo.CurrentCulture);
        // A word parts from the figure, a sign does not; neither may stand on a line of its own.
        return Currency.Length > 0 && char.IsLetter(Currency[^1]) ? $"{Currency}\u00A0{figure}" : Currency + figure;
    }
}
