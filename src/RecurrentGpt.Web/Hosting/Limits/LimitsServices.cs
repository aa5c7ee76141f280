using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting.Limits;

internal static class LimitsServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddCheckedOptions<LimitOptions>(LimitOptions.Section);
        services.AddRequestRate();
        services.AddSingleton<PageCounts>().AddScoped<PagePlace>().AddScoped<CircuitHandler>(page => page.GetRequiredService<PagePlace>());
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((server, limits) => Set(server.Limits, limits.Value));
        return services;
    }

    /// <summary>Refuses what is too much, with words that say so.</summary>
    public static IApplicationBuilder UseLimits(this IApplicationBuilder app) => app.UseRequestSize().UseRateLimiter();

    private static void Set(KestrelServerLimits server, LimitOptions limits)
    {
        server.MaxRequestBodySize = limits.RequestBytes;
        server.MaxConcurrentConnections = limits.Connections;
        server.MaxConcurrentUpgradedConnections = limits.Connections;
    }
}
