using System.Diagnostics;
using System.Globalization;

namespace RecurrentGpt.EndToEnd;

/// <summary>The real program in a process of its own, so that it can be killed.</summary>
public sealed class ProgramProcess : IDisposable
{
    private const string Listening = "Now listening on: ";

    // Only to end a test whose program never starts.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ProgramProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException("The program has ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>The memory of the machine that it takes up.</summary>
    public long ResidentBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts the desk as it was built, and waits until it listens.</summary>
    public static Task<(ProgramProcess Program, Uri Address)> StartAsync(string dataFolder, Uri model) =>
        StartAsync(Path.Combine(AppContext.BaseDirectory, "RecurrentGpt.Web.dll"), Settings(dataFolder, model));

    /// <summary>Starts any web program, and waits until it listens.</summary>
    /// <param name="assembly">Its main file.</param>
    /// <param name="settings">Its command line.</param>
    /// <param name="environment">Variables besides our own.</param>
    public static async Task<(ProgramProcess Program, Uri Address)> StartAsync(string assembly, IEnumerable<string> settings, params IEnumerable<(string Name, string Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. settings]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var program = new ProgramProcess(start);
        try
        {
            return (program, await program._address.Task.WaitAsync(Patience));
        }
        catch
        {
            program.Dispose();
            throw;
        }
    }

    /// <summary>Ends it without a word, as a power cut does, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Ends it as a person does at its terminal, so that it closes what it has open, and waits until it is gone.</summary>
    public async Task EndAsync()
    {
        using var asked = Process.Start("kill", [_process.Id.ToString(CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>The desk on a free port, with the fake model.</summary>
    public static string[] Settings(string dataFolder, Uri model) =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Storage:Path={dataFolder}",
        "--Models:Provider=Compatible",
        $"--Models:BaseUrl={model}",
        "--Models:ApiKey=sk-test",
        "--Models:ChatModel=fake-writer",
        "--Models:EmbeddingModel=fake-embedder",
    ];

    private void Read(string? line)
    {
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }
}
