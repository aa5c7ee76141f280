using System.Diagnostics;
using System.Globalization;
using RecurrentGpt.Faults.Inside;

namespace RecurrentGpt.Faults.Kill;

/// <summary>The real program in a process of its own, with what it says, and how long it took until it served.</summary>
internal sealed class Victim : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";
    private const string Written = " is written;";

    // Only to end a trial whose program hangs: what is late is told by its figure.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly TaskCompletionSource<string> _served = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;
    private readonly List<string> _said = [];

    private Victim(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Hear(line.Data, isResult: true);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, isResult: false);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>From the start of the process to its first result.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>The last paragraph that it told of as stored; 0 for none.</summary>
    public int Acknowledged { get; private set; }

    public int ExitCode => _process.ExitCode;

    /// <summary>Whether it was ended by a signal, and not by itself.</summary>
    public bool WasKilled => ExitCode > 128;

    public string Said
    {
        get
        {
            lock (_said)
            {
                return string.Join('\n', _said);
            }
        }
    }

    /// <summary>Starts a verb of the program.</summary>
    public static Victim Verb(Uri model, KillOrder? kill, params string[] arguments) => new(Start(model, kill, arguments));

    /// <summary>Starts the web program, which writes by itself as it is ordered.</summary>
    public static Victim Web(Uri model, string data, DriveOrder? drive, KillOrder? kill)
    {
        var start = Start(model, kill, ["--urls=http://127.0.0.1:0", $"--Storage:Path={data}"]);
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(Victim).Assembly.GetName().Name;
        start.Environment[DriveOrder.Variable] = drive?.ToString();
        return new(start);
    }

    /// <summary>Waits for its first result: the id of the story that a verb goes on with, or a page.</summary>
    /// <returns>The address, or the id.</returns>
    public async Task<string> ServeAsync(HttpClient? browser = null)
    {
        var result = await _served.Task.WaitAsync(Patience);
        if (browser is not null)
        {
            result = result[(result.IndexOf(Listening, StringComparison.Ordinal) + Listening.Length)..].Trim();
            _ = await browser.GetStringAsync(new Uri(result));
        }

        StartTime = Stopwatch.GetElapsedTime(_began);
        return result;
    }

    public void Kill() => _process.Kill();

    /// <summary>Waits until it is gone, and has been heard to its last line.</summary>
    public Task EndAsync() => _process.WaitForExitAsync().WaitAsync(Patience);

    /// <summary>Waits until it is gone by itself, and takes the whole of it as its start.</summary>
    public async Task RunAsync()
    {
        await EndAsync();
        StartTime = Stopwatch.GetElapsedTime(_began);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static ProcessStartInfo Start(Uri model, KillOrder? kill, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "RecurrentGpt.Web.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["Models__Provider"] = "Compatible";
        start.Environment["Models__BaseUrl"] = model.ToString();
        start.Environment["Models__ApiKey"] = "sk-test";
        start.Environment["Models__ChatModel"] = "fake-writer";
        start.Environment["Models__EmbeddingModel"] = "fake-embedder";
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(Victim).Assembly.Location;
        start.Environment[KillOrder.Variable] = kill?.ToString();
        return start;
    }

    private void Hear(string? line, bool isResult)
    {
        if (line is null)
        {
            // A process that ends without a result has none to wait for.
            _ = isResult && _served.TrySetException(new TrialBrokenException($"The program ended before it served: {Said}"));
            return;
        }

        lock (_said)
        {
            _said.Add(line);
        }

        if (line.Contains(Written, StringComparison.Ordinal))
        {
            Acknowledged = int.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        else if (isResult && (line.Contains(Listening, StringComparison.Ordinal) || Guid.TryParse(line, out _)))
        {
            _served.TrySetResult(line);
        }
    }
}
