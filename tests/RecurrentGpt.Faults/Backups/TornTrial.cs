using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Faults.Backups;

/// <summary>The files of a killed program, damaged, and the next start.</summary>
internal sealed class TornTrial : ITrial
{
    private const int RoundsOfAnImage = 10;
    private const int MostImages = 30;

    public string Name => "torn";

    public string What => "log and database of a killed program are cut, flipped, overwritten or gone at its next start";

    public int Count => 300;

    public int ShortCount => 15;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        using var ledger = new Ledger();
        var tally = new TornTally();
        var images = await TakeImagesAsync(run, ledger);
        for (var round = 1; round <= run.Count && !cancellationToken.IsCancellationRequested; round++)
        {
            var chance = run.ChanceOf(round);
            var withBackup = chance.Next(10) > 0;
            var folder = run.NewFolder();
            var file = images[chance.Next(images.Count)].LayIn(folder, withBackup);
            var damage = Tear.By(chance, file);
            if (await StartAsync(folder, withBackup, ledger, tally) is { } fault)
            {
                run.Broken(round, $"{damage}: {fault}");
            }
            else
            {
                tally.Kept++;
                Directory.Delete(folder, recursive: true);
            }
        }

        run.AtLeast("starts that kept the promise", tally.Kept, run.Count);
        run.Tell("opened as a committed state", $"{tally.Committed}");
        run.Tell("opened as a backup, and said so", $"{tally.Restored}");
        run.Tell("refused for want of a backup, and said so", $"{tally.Refused}");
        run.Within("slowest start, ms", tally.Slowest.TotalMilliseconds, 5_000);
    }

    private static async Task<List<CrashImage>> TakeImagesAsync(TrialRun run, Ledger ledger)
    {
        var chance = run.ChanceOf(0);
        await using var desk = await TrialDesk.OpenAsync(run.NewFolder());
        var scribbler = new Scribbler(desk.Writes, ledger, chance);
        ledger.Note(StateDigest.Of(desk.Folder.Database));
        var images = new List<CrashImage>();
        string? backup = null;
        while (images.Count < Math.Clamp(run.Count / RoundsOfAnImage, 3, MostImages))
        {
            await ScribbleAsync(scribbler, chance.Next(1, 12));
            if (backup is null || chance.Next(3) == 0)
            {
                backup = Path.Combine(desk.Folder.Backups, desk.Backup.Make(BackupReason.Hand)!.Name);
                await ScribbleAsync(scribbler, chance.Next(1, 6));
            }

            images.Add(await TakeImageAsync(desk, scribbler, backup, chance));
        }

        return KeepBackups(images, run.NewFolder());
    }

    // Before a checkpoint, in the middle of one, after a whole one, and after one that a reader held up.
    private static async Task<CrashImage> TakeImageAsync(TrialDesk desk, Scribbler scribbler, string backup, Random chance)
    {
        switch (chance.Next(4))
        {
            case 0:
                return await CrashImage.InCheckpointAsync(desk, backup, chance);
            case 1:
                await CrashImage.CheckpointAsync(desk);
                return CrashImage.Of(desk, backup);
            case 2:
                await using (var reader = await ReadAsync(desk.Folder.Database))
                {
                    await ScribbleAsync(scribbler, 4);
                    await CrashImage.CheckpointAsync(desk);
                    return CrashImage.Of(desk, backup);
                }

            default:
                return CrashImage.Of(desk, backup);
        }
    }

    private static async Task<SqliteConnection> ReadAsync(string file)
    {
        var reader = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await reader.OpenAsync();
        reader.Ask("BEGIN");
        reader.Ask("SELECT count(*) FROM Stories");
        return reader;
    }

    private static async Task ScribbleAsync(Scribbler scribbler, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await scribbler.ScribbleAsync();
        }
    }

    // The desk that took them deletes those that have had their time.
    private static List<CrashImage> KeepBackups(List<CrashImage> images, string folder) => [.. images.Select(image =>
    {
        var kept = Path.Combine(folder, Path.GetFileName(image.Backup!));
        File.Copy(image.Backup!, kept, overwrite: true);
        return image with { Backup = kept };
    })];

    private static async Task<string?> StartAsync(string folder, bool withBackup, Ledger ledger, TornTally tally)
    {
        var files = Directory.GetFiles(folder).Length;
        var started = Stopwatch.GetTimestamp();
        try
        {
            await using var desk = await TrialDesk.OpenAsync(folder);
            tally.Note(Stopwatch.GetElapsedTime(started));
            return FaultOf(desk, ledger, tally);
        }
        catch (StorageException refusal)
        {
            tally.Refused++;
            return withBackup ? $"refused although there is a backup: {refusal.Message}"
                : !refusal.Message.Contains(Path.Combine(folder, "writing.db"), StringComparison.Ordinal) ? $"refused without naming the file: {refusal.Message}"
                : Directory.GetFiles(folder).Count(file => !file.EndsWith("desk.lock", StringComparison.Ordinal)) < files - 1 ? "refused, and files are gone"
                : null;
        }
    }

    private static string? FaultOf(TrialDesk desk, Ledger ledger, TornTally tally)
    {
        if (CopyContents.Of(desk.Folder.Database).Fault is { } fault)
        {
            return $"opened although it is damaged: {fault}";
        }

        var state = StateDigest.Of(desk.Folder.Database);
        if (desk.Notice is not { } notice)
        {
            tally.Committed++;
            return ledger.Find(state) is null ? "opened as a state that was never committed" : null;
        }

        tally.Restored++;
        var backup = desk.Shelf.Find(notice.Copy);
        return backup is null || StateDigest.Of(backup) != state ? $"it says {notice.Copy}, and has another state"
            : notice.Damaged is null || !Directory.Exists(notice.Damaged) ? "it does not say where the damaged files are"
            : null;
    }
}
