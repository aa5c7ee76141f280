using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Faults.Backups;

/// <summary>The program's own storage on a folder, as it starts with the desk.</summary>
internal sealed class TrialDesk : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TrialDesk(string folder, IStoriesInMemory? memory)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = folder }).Build();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.None))
            .AddSingleton<IConfiguration>(configuration)
            .AddStorage(configuration)
            .AddModels(configuration);
        if (memory is not null)
        {
            services.AddSingleton(memory);
        }

        _services = services.BuildServiceProvider();
    }

    public DataFolder Folder => _services.GetRequiredService<DataFolder>();

    public WriteQueue Writes => _services.GetRequiredService<WriteQueue>();

    public DatabaseBackup Backup => _services.GetRequiredService<DatabaseBackup>();

    public BackupKeeper Keeper => _services.GetRequiredService<BackupKeeper>();

    public BackupShelf Shelf => _services.GetRequiredService<BackupShelf>();

    public RestoreNotice? Notice => _services.GetRequiredService<RestoreNotices>().Current;

    /// <exception cref="StorageException">The program refuses to start.</exception>
    public static async Task<TrialDesk> OpenAsync(string folder, IStoriesInMemory? memory = null)
    {
        var desk = new TrialDesk(folder, memory);
        try
        {
            await desk._services.GetRequiredService<StorageStartup>().OpenAsync();
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
