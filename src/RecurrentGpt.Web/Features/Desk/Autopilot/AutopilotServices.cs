using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

internal static class AutopilotServices
{
    public static IServiceCollection AddAutopilot(this IServiceCollection services)
    {
        services.TryAddScoped<EstimateReader>();
        services.TryAddScoped<TasteStore>();
        services.TryAddScoped(provider => TasteActs.At(provider.GetRequiredService<WritingSession>(), provider.GetRequiredService<TasteStore>()));
        services.TryAddScoped(provider => AutopilotActs.At(provider.GetRequiredService<Study>().Autopilots, provider.GetRequiredService<ModelSettingsStore>()));
        services.TryAddScoped<AutopilotDesk>();
        services.TryAddScoped<AutopilotWords>();
        return services;
    }
}
