using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Hosting;

public static class RecurrenceServices
{
    /// <summary>The loop and the runner that owns it. The store and the models come from their own features.</summary>
    public static IServiceCollection AddRecurrence(this IServiceCollection services)
    {
        services.AddCheckedOptions<RecurrenceOptions>(RecurrenceOptions.Section);
        services.AddCheckedOptions<AutopilotOptions>(AutopilotOptions.Section);
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
        services.AddSingleton<RepetitionWatch>();
        services.AddSingleton(provider => new StoryRunner(
            provider.GetRequiredService<IStoryStore>(),
            provider.GetRequiredService<IModelSource>(),
            provider.GetRequiredService<MemoryShelf>(),
            provider.GetRequiredService<MemoryIndexer>(),
            provider.GetRequiredService<IOptions<RecurrenceOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<Random>(),
            provider.GetRequiredService<ILogger<StoryRunner>>()));
        // It asks for the runner of its steps, so that the container disposes it first.
        services.AddSingleton(provider => new AutopilotRunner(
            provider.GetRequiredService<IAutopilotStore>(),
            provider.GetRequiredService<IStoryStore>(),
            provider.GetRequiredService<StoryRunner>(),
            provider.GetRequiredService<IModelSource>(),
            provider.GetRequiredService<RepetitionWatch>(),
            provider.GetRequiredService<IOptions<AutopilotOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<AutopilotRunner>>()));
        return services;
    }
}
