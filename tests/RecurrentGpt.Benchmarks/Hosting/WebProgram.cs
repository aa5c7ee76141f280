using RecurrentGpt.EndToEnd;

namespace RecurrentGpt.Benchmarks.Hosting;

/// <summary>A published program that runs in a process of its own.</summary>
internal sealed class WebProgram : IDisposable
{
    private readonly ProgramProcess _process;
    private readonly string _probe;

    private WebProgram(ProgramProcess process, Uri address, string probe)
    {
        _process = process;
        _probe = probe;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>The memory of the machine that it takes up.</summary>
    public long ResidentBytes => _process.ResidentBytes;

    /// <summary>The desk, with a model's server or with its own sample writer.</summary>
    public static Task<WebProgram> StartDeskAsync(string dataFolder, Uri? model = null) =>
        StartAsync(PublishedPrograms.Desk, SettingsOfDesk(dataFolder, model), isProbed: true);

    /// <summary>The empty Blazor program.</summary>
    public static Task<WebProgram> StartEmptyAsync() => StartAsync(PublishedPrograms.Empty, ["--urls=http://127.0.0.1:0"], isProbed: true);

    /// <param name="assembly">Its main file.</param>
    /// <param name="settings">Its command line.</param>
    /// <param name="isProbed">Whether it can be asked for its memory; that costs a little time at its start.</param>
    public static async Task<WebProgram> StartAsync(string assembly, IEnumerable<string> settings, bool isProbed)
    {
        var probe = Path.Combine(Path.GetTempPath(), $"recurrentgpt-probe-{Guid.NewGuid():N}");
        var (process, address) = await ProgramProcess.StartAsync(assembly, settings, isProbed ? HeapProbe.Order(probe) : []);
        return new WebProgram(process, address, probe);
    }

    /// <summary>Where nobody would reach a limit that is meant for one person, and with the fake model.</summary>
    public static IEnumerable<string> SettingsOfDesk(string dataFolder, Uri? model) =>
    [
        .. model is null ? ["--urls=http://127.0.0.1:0", $"--Storage:Path={dataFolder}", "--Models:Provider=Offline"] : ProgramProcess.Settings(dataFolder, model),
        "--Limits:OpenPages=1000", "--Limits:RequestsPerMinute=100000", "--Limits:Runs=100",
    ];

    /// <summary>What its managed heap holds when all that nobody needs is gone.</summary>
    public Task<long> LiveBytesAsync() => HeapProbe.AskAsync(_probe);

    public Task EndAsync() => _process.EndAsync();

    public void Dispose()
    {
        _process.Dispose();
        File.Delete(_probe);
    }
}
