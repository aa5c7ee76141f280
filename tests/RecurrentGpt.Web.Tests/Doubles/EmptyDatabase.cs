using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>A database of the newest schema with nothing in it. All migrations take a hundred times as long as a copy of what they have made, and run once for all tests.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<(string Name, byte[] Content)> Made = new(() => MakeAsync().GetAwaiter().GetResult());

    /// <summary>Puts it into a data folder that has none, as if a program had been started on it once before.</summary>
    public static void CopyTo(string folder) => File.WriteAllBytes(Path.Combine(folder, Made.Value.Name), Made.Value.Content);

    private static async Task<(string Name, byte[] Content)> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("recurrentgpt-empty-");
        try
        {
            var file = await MakeAsync(folder.FullName);
            return (Path.GetFileName(file), await File.ReadAllBytesAsync(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Once all is closed, the file alone is the whole database.
    private static async Task<string> MakeAsync(string folder)
    {
        SqliteLibrary.Prepare();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Path"] = folder }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddStorage(configuration).BuildServiceProvider();
        await services.GetRequiredService<StorageStartup>().OpenAsync();
        return services.GetRequiredService<DataFolder>().Database;
    }
}
