namespace RecurrentGpt.Web.Features.Play;

internal static class PlayServices
{
    /// <summary>What the page needs that a story is played on; the session is the desk's.</summary>
    public static IServiceCollection AddPlay(this IServiceCollection services)
    {
        services.AddSingleton<PlayBridge>().AddSingleton<PlaythroughExport>();
        return services;
    }
}
