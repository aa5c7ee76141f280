using System.Globalization;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Settings;

/// <summary>The prices as they are being typed.</summary>
public sealed class PriceForm
{
    public string Input { get; set; } = "";

    public string CachedInput { get; set; } = "";

    public string Output { get; set; } = "";

    public string Currency { get; set; } = TokenPrices.UsualCurrency;

    /// <summary>The prices that the form says; what is no number is no price.</summary>
    public TokenPrices ToPrices() => new()
    {
        InputPrice = Number(Input),
        CachedInputPrice = Number(CachedInput),
        OutputPrice = Number(Output),
        Currency = string.IsNullOrWhiteSpace(Currency) ? TokenPrices.UsualCurrency : Currency.Trim(),
    };

    public void Show(TokenPrices prices)
    {
        ArgumentNullException.ThrowIfNull(prices);
        (Input, CachedInput, Output, Currency) = (Text(prices.InputPrice), Text(prices.CachedInputPrice), Text(prices.OutputPrice), prices.Currency);
    }

    /// <summary>The fields that hold something else than a number.</summary>
    public IEnumerable<FieldProblem> NotNumbers() =>
        new[]
        {
            (Name: nameof(TokenPrices.InputPrice), Text: Input),
            (Name: nameof(TokenPrices.CachedInputPrice), Text: CachedInput),
            (Name: nameof(TokenPrices.OutputPrice), Text: Output),
        }.Where(field => field.Text.Trim().Length > 0 && Number(field.Text) is null).Select(field => new FieldProblem(field.Name, null));

    private static string Text(decimal? price) => price?.ToString(CultureInfo.InvariantCulture) ?? "";

    // Half the world writes 0,15.
    private static decimal? Number(string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
