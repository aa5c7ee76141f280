using System.Diagnostics;

namespace RecurrentGpt.Faults.Tab;

/// <summary>The real program in a process of its own, on a data folder that outlives it.</summary>
internal sealed class AppProcess(string dataFolder, Uri model, TimeSpan keepFor) : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "RecurrentGpt.Web.dll"));
        Array.ForEach(Settings(), start.ArgumentList.Add);
        var heard = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data, heard);
        _process.Exited += (_, _) => heard.TrySetException(new InvalidOperationException("The program has ended before it listened."));
        _process.Start();
        _process.BeginOutputReadLine();
        Address = await heard.Task.WaitAsync(Patience);
    }

    /// <summary>Ends it without a word, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is { } process)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }
    }

    private static void Read(string? line, TaskCompletionSource<Uri> heard)
    {
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            heard.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }

    private string[] Settings() =>
    [
        "--urls=http://127.0.0.1:0",
        $"--Storage:Path={dataFolder}",
        "--Models:Provider=Compatible",
        $"--Models:BaseUrl={model}",
        "--Models:ApiKey=sk-test",
        "--Models:ChatModel=fake-writer",
        "--Models:EmbeddingModel=fake-embedder",
        $"--Circuits:KeepFor={keepFor}",
        // All authors are one person here, and each of their tabs writes and comes back as often as a fault wants.
        "--Limits:Runs=50",
        "--Limits:RequestsPerMinute=100000",
    ];
}
