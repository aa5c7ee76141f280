using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;

namespace RecurrentGpt.Web.Storage;

public static class StorageServices
{
    /// <summary>
    /// Adds all that keeps stories. <see cref="StorageStartup.OpenAsync"/> opens it; a host that is started does so before it listens.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, ValidateStorageOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase().AddKeyRing();
        services.AddSingleton<IStoryStore, StoryStore>();
        services.AddSingleton<IAutopilotStore, AutopilotStore>();
        services.AddSingleton<ISettingStore, SettingStore>();
        services.AddSingleton<StoryLibrary>();
        services.TryAddSingleton<MemoryShelf>();
        services.AddSingleton<DraftStore>();

        return services;
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton<DataFolder>();
        services.AddSingleton<DataFolderLock>();
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<DatabaseBackup>();
        services.AddSingleton<Schema>();
        services.AddSingleton<StorageStartup>();
        services.AddHostedService<StorageLifetime>();
        services.AddDbContextFactory<WritingDb>((provider, options) => options
            .UseSqlite(Connections.ForReading(provider.GetRequiredService<DataFolder>().Database))
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));

        return services;
    }
}
