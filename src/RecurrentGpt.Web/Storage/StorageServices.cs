using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Storage.Search;

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
        services.AddCheckedOptions<LimitOptions>(LimitOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase().AddBackups().AddKeyRing();
        services.AddPeople();
        services.AddScoped<IDbContextFactory<WritingDb>, OwnReaders>();
        services.AddScoped<OwnWrites>();
        services.AddScoped<IStoryStore, StoryStore>();
        services.AddScoped<IAutopilotStore, AutopilotStore>();
        services.AddScoped<ILookaheadStore, LookaheadStore>();
        services.AddScoped<ISettingStore, SettingStore>();
        services.AddScoped<StoryLibrary>();
        services.AddScoped<DraftStore>();

        return services;
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton<DataFolder>();
        services.AddSingleton<DataFolderLock>();
        services.AddSingleton<WriteQueue>();
        services.AddSingleton<SearchIndex>();
        services.AddSingleton<Schema>();
        services.AddSingleton<StorageStartup>();
        services.AddHostedService<StorageLifetime>();
        // Made as the writer's are: for options that differ EF Core would make its model once more, and that takes a good part of the start.
        services.AddSingleton(provider => new DbContextOptionsBuilder<WritingDb>()
            .UseSqlite(Connections.ForReading(provider.GetRequiredService<DataFolder>().Database))
            .UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>())
            .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            .Options);

        return services;
    }
}
