using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Hosting;

public static class RecurrenceServices
{
    /// <summary>The loop and the runner that owns it. The store and the models come from their own features.</summary>
    public static IServiceCollection AddRecurrence(this IServiceCollection services)
    {
        services.AddCheckedOptions<RecurrenceOptions>(RecurrenceOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        services.TryAddSingleton<MemoryShelf>();
        services.AddSingleton(provider => new StepPreviews(
            provider.GetRequiredService<IStoryStore>(),
            provider.GetRequiredService<IModelSource>(),
            provider.GetRequiredService<MemoryShelf>(),
            provider.GetRequiredService<IOptions<RecurrenceOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new MemoryIndexer(
            provider.GetRequiredService<IStoryStore>(),
            provider.GetRequiredService<IModelSource>(),
            provider.GetRequiredService<MemoryShelf>(),
            provider.GetRequiredService<IOptions<RecurrenceOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Random>(),
            provider.GetRequiredService<ILogger<MemoryIndexer>>()));
        services.AddSingleton(provider => new RecallLooks(
            provider.GetRequiredService<IStoryStore>(),
            provider.GetRequiredService<IModelSource>(),
            provider.GetRequiredService<MemoryShelf>(),
            provider.GetRequiredService<IOptions<RecurrenceOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AutopilotRunner>();
        services.AddSingleton(provider => new StoryRunner(
            provider.GetRequiredService<IStoryStore>(),
            provider.GetRequiredService<IModelSource>(),
            provider.GetRequiredService<MemoryShelf>(),
            provider.GetRequiredService<MemoryIndexer>(),
            provider.GetRequiredService<IOptions<RecurrenceOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Random>(),
            provider.GetRequiredService<ILogger<StoryRunner>>()));
        return services;
    }
}
