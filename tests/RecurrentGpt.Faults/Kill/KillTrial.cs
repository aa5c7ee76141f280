using RecurrentGpt.Faults.Upgrade;

namespace RecurrentGpt.Faults.Kill;

/// <summary>Kills the program at each point of its work, again and again on the same stories, and looks at what that left.</summary>
internal sealed class KillTrial : ITrial
{
    // Two stories at once, since a start waits for the disk and the kill for the stream.
    private const int Workers = 2;
    private const int RoundsOfStory = 40;
    private const int Tries = 8;
    private const int ProgressEvery = 50;

    private static readonly KillPoint[] Points = Enum.GetValues<KillPoint>();

    public string Name => "kill";

    public string What => "The program is killed at a point of its work.";

    public int Count => 1_000;

    public int ShortCount => Points.Length;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        var begin = await Story.WriteAsync(run.NewFolder(), steps: 2);
        var older = await OlderDatabases.MakeAsync(begin, run.NewFolder());
        var tally = new KillTally(run);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(Workers, run.Count)).Select(worker => WorkAsync(run, worker, begin, older, tally, cancellationToken)));
        tally.Tell();
    }

    private static async Task WorkAsync(TrialRun run, int worker, Story begin, OlderDatabases older, KillTally tally, CancellationToken cancellationToken)
    {
        await using var model = await GatedModel.StartAsync();
        var rounds = Enumerable.Range(0, run.Count).Where(round => round % Workers == worker).ToList();
        foreach (var some in rounds.Chunk(RoundsOfStory))
        {
            var folder = run.NewFolder();
            await using var line = new KillLine(begin.CopyTo(Path.Combine(folder, "data")), folder, model, tally);
            foreach (var round in some)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await KillAsync(run, round, line, older, model, tally);
            }

            await line.EndAsync(some[^1], PointOf(run, some[^1]));
        }
    }

    private static async Task KillAsync(TrialRun run, int round, KillLine line, OlderDatabases older, GatedModel model, KillTally tally)
    {
        var (point, chance) = (PointOf(run, round), run.ChanceOf(round));
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var isKilled = point is KillPoint.Migration or KillPoint.Backup
                ? await KillUpgradeAsync(run, round, point, older, model, tally, chance)
                : await line.KillAsync(round, point, chance);
            if (isKilled)
            {
                tally.Killed(point);
                break;
            }
        }

        if (tally.Kills % ProgressEvery == 0)
        {
            run.Progress($"{tally.Kills} of {run.Count} kills");
        }
    }

    private static async Task<bool> KillUpgradeAsync(TrialRun run, int round, KillPoint point, OlderDatabases older, GatedModel model, KillTally tally, Random chance)
    {
        var schema = older.All[chance.Next(1, older.All.Count)];
        var upgrade = new KilledUpgrade(schema, run.NewFolder(), model.Address);
        var isKilled = await upgrade.KillAsync(point == KillPoint.Backup ? upgrade.InCopy(chance.Next(3_000)) : KilledUpgrade.BeforeStatement(chance.Next(1, 60)));
        tally.Broken(round, point, await upgrade.StartAsync());
        tally.Started(upgrade.StartTime);
        return isKilled;
    }

    // Every ten rounds hit every point once, in an order of their own.
    private static KillPoint PointOf(TrialRun run, int round)
    {
        var order = (KillPoint[])Points.Clone();
        run.ChanceOf(-1 - (round / Points.Length)).Shuffle(order);
        return order[round % Points.Length];
    }
}
