using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>Gives pages the backups of a real database.</summary>
public static class BackupsOf
{
    public static IServiceCollection AddBackupsOf(this IServiceCollection services, TestDatabase database) => services
        .AddSingleton<TimeProvider>(database.Clock)
        .AddSingleton(Person.First())
        .AddSingleton(database.Services.GetRequiredService<BackupKeeper>())
        .AddSingleton(database.Services.GetRequiredService<BackupShelf>())
        .AddSingleton(database.Services.GetRequiredService<RestoreNotices>())
        .AddSingleton(database.Services.GetRequiredService<IOptions<BackupOptions>>());
}
