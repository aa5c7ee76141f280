using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Faults.Backups;

/// <summary>Backups while several writers write, and now and then one of them restored.</summary>
internal sealed class BackupTrial : ITrial
{
    private const int Writers = 4;
    private const int RestoreEvery = 10;
    private const int CommitsBetween = 5;

    public string Name => "backup";

    public string What => "backups are taken and restored while four writers write";

    public int Count => 100;

    public int ShortCount => 10;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        using var ledger = new Ledger();
        var restored = new RestoredState(ledger);
        await using var desk = await TrialDesk.OpenAsync(run.NewFolder(), restored);
        restored.File = desk.Folder.Database;
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(new Scribbler(desk.Writes, ledger, run.ChanceOf(-1 - writer)), ending.Token)).ToList();
        var (sound, restores) = (0, 0);
        for (var round = 1; round <= run.Count && !cancellationToken.IsCancellationRequested; round++)
        {
            await ledger.WaitAsync(CommitsBetween, cancellationToken);
            // The latest may be noted and not yet committed.
            var before = ledger.Count - 1;
            var copy = await desk.Keeper.TakeAsync(BackupReason.Hand, cancellationToken);
            sound += FaultOf(desk, ledger, copy, before) is { } fault ? Tell(run, round, fault) : 1;
            if (round % RestoreEvery == 0)
            {
                restores += await RestoreAsync(run, desk, ledger, restored, round);
            }
        }

        await ending.CancelAsync();
        await Task.WhenAll(writing);
        run.AtLeast("backups sound and equal to a committed state", sound, run.Count);
        run.AtLeast("restores equal to their backup", restores, run.Count / RestoreEvery);
        run.AtLeast("commits meanwhile", ledger.Count, run.Count * CommitsBetween);
    }

    private static Task WriteAsync(Scribbler scribbler, CancellationToken ending) => Task.Run(
        async () =>
        {
            while (!ending.IsCancellationRequested)
            {
                await scribbler.ScribbleAsync();
            }
        },
        CancellationToken.None);

    private static string? FaultOf(TrialDesk desk, Ledger ledger, BackupCopy? copy, int before)
    {
        if (copy is null || desk.Shelf.Find(copy.Name) is not { } file)
        {
            return $"no backup was taken: {desk.Keeper.State.Failure}";
        }

        if (CopyContents.Of(file).Fault is { } fault)
        {
            return $"{copy.Name}: {fault}";
        }

        return ledger.Find(StateDigest.Of(file)) switch
        {
            null when before > 0 => $"{copy.Name} is a state that was never committed",
            { } number when number < before => $"{copy.Name} is older than the moment at which it was asked for",
            _ => null,
        };
    }

    private static async Task<int> RestoreAsync(TrialRun run, TrialDesk desk, Ledger ledger, RestoredState restored, int round)
    {
        var copies = desk.Shelf.List();
        var copy = copies[run.ChanceOf(round).Next(copies.Count)];
        var wanted = StateDigest.Of(desk.Shelf.Find(copy.Name)!);
        if (await desk.Keeper.RestoreAsync(copy.Name, CancellationToken.None) is not { Kept: { } kept })
        {
            return Tell(run, round, $"{copy.Name} could not be restored: {desk.Keeper.State.Failure}");
        }

        if (restored.Digest != wanted)
        {
            return Tell(run, round, $"{copy.Name} was restored as another state");
        }

        return ledger.Find(StateDigest.Of(desk.Shelf.Find(kept)!)) is null ? Tell(run, round, $"{kept}, of what stood before, was never committed") : 1;
    }

    private static int Tell(TrialRun run, int round, string fault)
    {
        run.Broken(round, fault);
        return 0;
    }

    /// <summary>What stands at the moment of a restore, before anything else is written.</summary>
    private sealed class RestoredState(Ledger ledger) : IStoriesInMemory
    {
        public string File { get; set; } = "";

        public string? Digest { get; private set; }

        public Task InterruptAsync() => Task.CompletedTask;

        public void Forget()
        {
            Digest = StateDigest.Of(File);
            ledger.Note(Digest);
        }
    }
}
