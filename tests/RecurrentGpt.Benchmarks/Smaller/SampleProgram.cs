using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Smaller;

/// <summary>The program without its pages, with the offline writer at full speed, on a data folder that it is given or on one of its own, which goes with it.</summary>
internal sealed class SampleProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly bool _isOwn;
    private readonly ServiceProvider _services;

    private SampleProgram(string? folder)
    {
        _isOwn = folder is null;
        _folder = folder is null ? Directory.CreateTempSubdirectory("recurrentgpt-bench-") : new DirectoryInfo(folder);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = _folder.FullName,
            ["Models:Provider"] = "Offline",
            ["Models:SampleWordsPerSecond"] = "0",
        }).Build();
        _services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddWriting(settings).BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    /// <summary>Bytes of the database, with what is not yet moved into it.</summary>
    public long StoredBytes => _folder.EnumerateFiles("*.db*", SearchOption.TopDirectoryOnly).Sum(file => file.Length);

    public static async Task<SampleProgram> StartAsync(string? folder = null)
    {
        var program = new SampleProgram(folder);
        await program._services.GetRequiredService<StorageStartup>().OpenAsync();
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_isOwn)
        {
            _folder.Delete(recursive: true);
        }
    }
}
