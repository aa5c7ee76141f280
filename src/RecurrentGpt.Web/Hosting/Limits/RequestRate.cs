using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting.Limits;

/// <summary>Requests a minute: of each person, and of each address where nobody has signed in.</summary>
internal static class RequestRate
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static IServiceCollection AddRequestRate(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitOptions>, IStringLocalizer<LimitsText>>((limiter, limits, words) =>
        {
            var most = limits.Value.RequestsPerMinute;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => PartitionOf(context, most));
            limiter.OnRejected = (refused, _) => RefuseAsync(refused, most, words);
        });
        return services;
    }

    private static RateLimitPartition<string> PartitionOf(HttpContext context, int most) => IsOfAConnection(context.Request)
        ? RateLimitPartition.GetNoLimiter("connection")
        : RateLimitPartition.GetFixedWindowLimiter(
            Asker.Of(context.User, context.Connection.RemoteIpAddress),
            _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window, QueueLimit = 0 });

    // Without WebSockets each message of a page is a request; its connection was counted when it was made. And whoever closes a page must be heard.
    private static bool IsOfAConnection(HttpRequest request) =>
        request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase, out var rest) && (request.Query.ContainsKey("id") || rest == "/disconnect");

    private static ValueTask RefuseAsync(OnRejectedContext refused, int most, IStringLocalizer<LimitsText> text)
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        refused.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new ValueTask(TooMuch.AnswerAsync(
            refused.HttpContext, StatusCodes.Status429TooManyRequests, text["TooManyRequests"], text["TooManyRequestsText", most, seconds]));
    }
}
