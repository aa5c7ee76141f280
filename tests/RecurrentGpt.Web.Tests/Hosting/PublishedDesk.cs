using System.Diagnostics;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

/// <summary>The program as it is published, out of what is built already, running on a free port of loopback.</summary>
public sealed class PublishedDesk : IAsyncLifetime
{
    private const string Listening = "Now listening on: ";

    // Only to end a test whose program never starts or never ends.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TempFolder _folder = new();
    private readonly TempFolder _data = new();
    private Process? _desk;

    public HttpClient Client { get; } = new();

    public async Task InitializeAsync()
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        var (code, said) = await RunAsync(
            "publish", ProjectFile(build), "--no-build", "--configuration", build.Parent!.Name, "--output", _folder.Path, "--verbosity", "quiet", "-nodeReuse:false");
        Assert.True(code == 0, said);
        _desk = Start("RecurrentGpt.Web.dll", "--urls", "http://127.0.0.1:0", "--Storage:Path", _data.Path);
        Client.BaseAddress = await AddressOfAsync(_desk).WaitAsync(Patience);
    }

    /// <summary>Runs it a second time until it ends by itself, and gives its exit code and all it said on standard error.</summary>
    public Task<(int Code, string Said)> RunDeskAsync(params string[] settings) => RunAsync(["RecurrentGpt.Web.dll", "--Storage:Path", _data.Path, .. settings]);

    public Task DisposeAsync()
    {
        Client.Dispose();
        if (_desk is not null)
        {
            _desk.Kill();
            _desk.WaitForExit();
            _desk.Dispose();
        }

        _folder.Dispose();
        _data.Dispose();
        return Task.CompletedTask;
    }

    private static string ProjectFile(DirectoryInfo build)
    {
        var root = build;
        while (!File.Exists(Path.Combine(root.FullName, "global.json")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The repository's root is not above the tests.");
        }

        return Path.Combine(root.FullName, "src", "RecurrentGpt.Web", "RecurrentGpt.Web.csproj");
    }

    private static async Task<Uri> AddressOfAsync(Process desk)
    {
        while (await desk.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            {
                // Nobody reads what else it says, and it must not wait for a reader.
                desk.BeginErrorReadLine();
                _ = desk.StandardOutput.ReadToEndAsync();
                return new Uri(line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException($"The program has ended before it listened: {await desk.StandardError.ReadToEndAsync()}");
    }

    private async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, arguments[0] == "publish" ? await output + await said : await said);
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.Path, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
    }
}
