using System.Diagnostics;

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

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<(ProgramProcess Program, Uri Address)> StartAsync(string dataFolder, Uri model)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "RecurrentGpt.Web.dll"));
        foreach (var setting in Settings(dataFolder, model))
        {
            start.ArgumentList.Add(setting);
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

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static string[] Settings(string dataFolder, Uri model) =>
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
