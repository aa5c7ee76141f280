using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>What requests cost, at the prices of the settings as they are now.</summary>
public sealed class SentCosts(ModelSettings settings)
{
    /// <summary>With its currency; null where no price is set for one of them.</summary>
    public string? Of(IEnumerable<Exchange> exchanges)
    {
        decimal? sum = 0;
        foreach (var exchange in exchanges)
        {
            sum += settings.CostOf(SentFigures.Of(exchange).Usage, exchange.Model);
        }

        return sum is { } cost ? settings.Prices.Format(cost) : null;
    }
}
