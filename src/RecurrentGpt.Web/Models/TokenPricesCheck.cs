using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>The rules of prices.</summary>
internal static class TokenPricesCheck
{
    public static IEnumerable<ModelProblem> Of(TokenPrices prices)
    {
        (string Name, decimal? Price, bool IsNeeded)[] fields =
        [
            (nameof(prices.InputPrice), prices.InputPrice, (prices.OutputPrice ?? prices.CachedInputPrice) is not null),
            (nameof(prices.CachedInputPrice), prices.CachedInputPrice, false),
            (nameof(prices.OutputPrice), prices.OutputPrice, (prices.InputPrice ?? prices.CachedInputPrice) is not null),
        ];
        foreach (var (name, price, isNeeded) in fields)
        {
            if (price is < 0 or > TokenPrices.Highest)
            {
                yield return Problem(name, Reasons.Of("PriceRange", Reasons.Of(name), TokenPrices.Highest));
            }
            else if (price is null && isNeeded)
            {
                yield return Problem(name, Reasons.Of("PriceMissing", Reasons.Of(name)));
            }
        }

        if (prices.Currency.Trim().Length is 0 or > TokenPrices.CurrencyLength || prices.Currency.Any(char.IsControl))
        {
            yield return Problem(nameof(prices.Currency), Reasons.Of("Currency", TokenPrices.CurrencyLength));
        }
    }

    private static ModelProblem Problem(string name, string reason) => new(name, FailureKind.Rejected, reason);
}
