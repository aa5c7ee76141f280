using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Storage.Backups;

internal static class BackupServices
{
    public static IServiceCollection AddBackups(this IServiceCollection services)
    {
        services.AddCheckedOptions<BackupOptions>(BackupOptions.Section);
        services.AddSingleton<BackupShelf>();
        services.AddSingleton<DatabaseBackup>();
        services.AddSingleton<DatabaseRescue>();
        services.AddSingleton<DatabaseRestore>();
        services.AddSingleton<RestoreNotices>();
        services.AddSingleton<BackupKeeper>();
        services.AddHostedService<BackupSchedule>();
        return services;
    }
}
