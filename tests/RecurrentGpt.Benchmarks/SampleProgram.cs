using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks;

/// <summary>The program without its pages, on a data folder of its own, with the offline writer at full speed.</summary>
internal sealed class SampleProgram : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("recurrentgpt-bench-");
    private readonly ServiceProvider _services;

    private SampleProgram()
    {
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

    public static async Task<SampleProgram> StartAsync()
    {
        var program = new SampleProgram();
        await program._services.GetRequiredService<StorageStartup>().OpenAsync();
        return program;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
