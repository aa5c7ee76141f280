using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>What requests took.</summary>
/// <param name="IsEstimated">Whether the provider did not say, so that tokens are counted roughly.</param>
public sealed record SentFigures(TokenUsage Usage, bool IsEstimated, TimeSpan Elapsed)
{
    public static SentFigures Of(IEnumerable<Exchange> exchanges) =>
        exchanges.Select(Of).Aggregate(new SentFigures(TokenUsage.None, false, TimeSpan.Zero), (sum, one) =>
            new SentFigures(sum.Usage + one.Usage, sum.IsEstimated || one.IsEstimated, sum.Elapsed + one.Elapsed));

    public static SentFigures Of(Exchange exchange) => new(exchange.UsageOrEstimate, exchange is { Usage: null } and not { Failure: not null, Reply.Length: 0 }, exchange.Elapsed);
}
