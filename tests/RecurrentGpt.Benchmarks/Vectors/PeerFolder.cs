using System.ComponentModel;
using System.Diagnostics;

namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>The peers from npm, installed beside this program in the versions that package.json pins.</summary>
internal static class PeerFolder
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Vectors", "peers");

    public static bool IsInstalled => Directory.Exists(Path.Combine(Root, "node_modules"));

    /// <summary>Installs what is missing.</summary>
    /// <returns>Why that could not be done; null when it was.</returns>
    public static async Task<string?> InstallAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync("npm", ["install", "--no-audit", "--no-fund", "--no-package-lock", "--prefer-offline"], cancellationToken);
            return null;
        }
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return exception.Message.ReplaceLineEndings(" ");
        }
    }

    /// <summary>The loadable library of sqlite-vec; null when there is none for this machine.</summary>
    public static string? FindSqliteVec() => Directory.EnumerateFiles(Path.Combine(Root, "node_modules"), "vec0.*", SearchOption.AllDirectories).FirstOrDefault();

    /// <summary>Runs our small program of node, and gives what it prints.</summary>
    public static Task<string> RunPeersAsync(IEnumerable<string> arguments, CancellationToken cancellationToken) => RunAsync("node", ["peers.mjs", .. arguments], cancellationToken);

    private static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors}");
    }
}
