using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

internal static class AutopilotServices
{
    public static IServiceCollection AddAutopilot(this IServiceCollection services)
    {
        services.TryAddSingleton<EstimateReader>();
        services.TryAddSingleton<TasteStore>();
        services.TryAddScoped(provider => TasteActs.At(provider.GetRequiredService<WritingSession>(), provider.GetRequiredService<TasteStore>()));
        services.TryAddSingleton(provider => AutopilotActs.At(provider.GetRequiredService<AutopilotRunner>(), provider.GetRequiredService<ModelSettingsStore>()));
        services.TryAddScoped<AutopilotDesk>();
        services.TryAddScoped<AutopilotWords>();
        return services;
    }
}
