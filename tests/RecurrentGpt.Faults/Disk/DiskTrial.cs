using System.Diagnostics;
using System.Globalization;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Faults.Disk;

/// <summary>
/// Lets a small disk run full, or takes its writing away, at seeded points of what an author does, gives it back, and looks whether all is there.
/// </summary>
internal sealed class DiskTrial : ITrial
{
    private const string Inside = "RECURRENTGPT_FAULTS_MOUNTS";

    public string Name => "disk";

    public string What => "a 16 MB disk runs full, shrinks or takes no writing, and gets well again";

    public int Count => 64;

    public int ShortCount => 8;

    public Task RunAsync(TrialRun run, CancellationToken cancellationToken) =>
        Environment.GetEnvironmentVariable(Inside) is null ? RunInsideAsync(run, cancellationToken) : RunRoundsAsync(run, cancellationToken);

    // Mounts are made where they cannot outlive the trial: in a namespace of its own, which goes with the process.
    private async Task RunInsideAsync(TrialRun run, CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || await Shell.TryAsync("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=1m tmpfs /mnt") is { } refused)
        {
            run.CannotRun("it needs Linux, and the right to mount in a namespace of its own (unshare -rm)");
            return;
        }

        var start = new ProcessStartInfo("unshare") { UseShellExecute = false, RedirectStandardOutput = true, Environment = { [Inside] = "1" } };
        string[] self = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? [path, typeof(DiskTrial).Assembly.Location] : [Environment.ProcessPath!];
        foreach (var argument in (string[])["-rm", .. self, Name, "--seed", run.Seed.ToString(CultureInfo.InvariantCulture), "--count", run.Count.ToString(CultureInfo.InvariantCulture)])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start) ?? throw new InvalidOperationException("The trial could not start itself again.");
        await using var stopping = cancellationToken.Register(() => child.Kill(entireProcessTree: true));
        while (await child.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("  ", StringComparison.Ordinal) && !line.StartsWith("  took", StringComparison.Ordinal))
            {
                run.Relay(line);
            }
        }

        await child.WaitForExitAsync(cancellationToken);
        run.Take(child.ExitCode == 0);
    }

    private static async Task RunRoundsAsync(TrialRun run, CancellationToken cancellationToken)
    {
        await using var server = await FakeModelServer.StartAsync();
        var told = new Dictionary<string, int>();
        var figures = new DiskFigures();
        for (var round = 0; round < run.Count && !cancellationToken.IsCancellationRequested; round++)
        {
            var chance = run.ChanceOf(round);
            var disk = new TightDisk(run.NewFolder());
            await disk.MountAsync();
            try
            {
                await using var world = await DiskWorld.OpenAsync(disk, server);
                var moment = (DiskMoment)(round % Enum.GetValues<DiskMoment>().Length);
                await new DiskRound(world, disk, server, chance, figures).RunAsync(moment);
                await world.CheckAsync();
                told[$"{moment}"] = told.GetValueOrDefault($"{moment}") + 1;
            }
            catch (Exception broken) when (broken is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                run.Broken(round, $"{(DiskMoment)(round % Enum.GetValues<DiskMoment>().Length)}: {broken.Message}");
            }
            finally
            {
                await disk.UnmountAsync();
            }
        }

        run.Tell("rounds", $"{told.Values.Sum()} of {run.Count} ({string.Join(", ", told.Select(pair => $"{pair.Key} {pair.Value}"))})");
        run.AtLeast("refusals told in words", figures.Told, run.Count / 2);
        run.AtMost("refusals told raw, or not", figures.Raw, 0);
        run.AtMost("acknowledged texts lost", figures.Lost, 0);
        run.AtMost("doubled steps", figures.Doubled, 0);
        run.AtLeast("pending texts stored without a restart", figures.StoredAfterAll, 1);
    }
}
