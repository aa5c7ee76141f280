using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Web.Features.Desk.LongTerm;

namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

internal static class ShortTermServices
{
    /// <summary>The review of short-term memory: one a circuit.</summary>
    public static IServiceCollection AddShortTerm(this IServiceCollection services)
    {
        services.TryAddSingleton<AcceptedChanges>();
        services.TryAddSingleton<AcceptChangesAsync>(provider => provider.GetRequiredService<AcceptedChanges>().AcceptAsync);
        services.TryAddSingleton(provider => ToChanges(provider.GetRequiredService<EntryStore>()));
        services.TryAddSingleton<MemoryHistoryStore>();
        services.TryAddSingleton<ReadMomentsAsync>(provider => provider.GetRequiredService<MemoryHistoryStore>().ReadAsync);
        services.TryAddScoped<MemoryPages>();
        services.TryAddScoped<MemoryReview>();
        services.TryAddScoped<ForgetWatch>();
        return services;
    }

    private static EntryChanges ToChanges(EntryStore entries) => new(entries.PinAsync, entries.SaveAsync);
}
