using Microsoft.Extensions.DependencyInjection.Extensions;
using RecurrentGpt.Web.Features.Desk.LongTerm;

namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

internal static class ShortTermServices
{
    /// <summary>The review of short-term memory: one a circuit.</summary>
    public static IServiceCollection AddShortTerm(this IServiceCollection services)
    {
        services.TryAddScoped<AcceptedChanges>();
        services.TryAddScoped<AcceptChangesAsync>(provider => provider.GetRequiredService<AcceptedChanges>().AcceptAsync);
        services.TryAddScoped(provider => ToChanges(provider.GetRequiredService<EntryStore>()));
        services.TryAddScoped<MemoryHistoryStore>();
        services.TryAddScoped<ReadMomentsAsync>(provider => provider.GetRequiredService<MemoryHistoryStore>().ReadAsync);
        services.TryAddScoped<MemoryPages>();
        services.TryAddScoped<MemoryReview>();
        services.TryAddScoped<ForgetWatch>();
        return services;
    }

    private static EntryChanges ToChanges(EntryStore entries) => new(entries.PinAsync, entries.SaveAsync);
}
