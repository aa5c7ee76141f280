using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Hosting;

public static class RecurrenceServices
{
    /// <summary>How the loop works, for the studies that carry it out.</summary>
    public static IServiceCollection AddRecurrence(this IServiceCollection services)
    {
        services.AddCheckedOptions<RecurrenceOptions>(RecurrenceOptions.Section);
        services.AddOptions<RecurrenceOptions>().Configure<IOptions<LimitOptions>>((recurrence, limits) => recurrence.MaxRuns = limits.Value.Runs);
        services.AddCheckedOptions<AutopilotOptions>(AutopilotOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.AddHostedService<RunsLifetime>();
        return services;
    }
}
