using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Play;

internal static class PlayServices
{
    /// <summary>What the page needs that a story is played on; the session is the desk's.</summary>
    public static IServiceCollection AddPlay(this IServiceCollection services)
    {
        services.AddScoped<PlayBridge>().AddScoped<PlaythroughExport>();
        services.AddScoped<PlayRuns>().AddScoped<PlayStatus>();
        services.AddScoped(provider => new PlayDesk(provider.GetRequiredService<WritingSession>(), provider.GetRequiredService<PlayRuns>(), provider.GetRequiredService<PlayBridge>()));
        return services;
    }
}
