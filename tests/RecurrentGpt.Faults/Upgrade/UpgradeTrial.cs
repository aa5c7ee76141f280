using RecurrentGpt.FakeModel;
using RecurrentGpt.Faults.Inside;
using RecurrentGpt.Faults.Kill;

namespace RecurrentGpt.Faults.Upgrade;

/// <summary>
/// Updates a database of each released version to the newest, and makes a first one, killed before each statement and in the copy that is taken before.
/// </summary>
internal sealed class UpgradeTrial : ITrial
{
    private const int Workers = 2;
    private const int CopyKills = 10;
    private const int MicrosecondsOfCopy = 6_000;

    // No update has more statements, and any has as many as are drawn from for one kill alone.
    private const int MostStatements = 400;
    private const int FewestStatements = 8;

    public string Name => "upgrade";

    public string What => "A database of each released version is updated to the newest and killed at each statement.";

    /// <summary>Kills of one version: at each statement when they are more than any update has.</summary>
    public int Count => MostStatements;

    public int ShortCount => 1;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        var older = await OlderDatabases.MakeAsync(await Story.WriteAsync(run.NewFolder(), steps: 2), run.NewFolder());
        await using var model = await FakeModelServer.StartAsync();
        var tally = new UpgradeTally(run);
        await Parallel.ForEachAsync(
            older.All.Index(),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken },
            async (version, cancelled) =>
            {
                var updates = new Updates(run, version.Item, run.ChanceOf(version.Index), model.BaseUrl, tally);
                await updates.KillAtStatementsAsync(cancelled);
                await updates.KillInCopiesAsync(run.Count >= MostStatements ? CopyKills : version.Index == 1 ? 1 : 0);
                run.Progress($"{version.Item.Schema} is through");
            });
        tally.Tell(older.All.Count);
    }

    /// <summary>The updates of one version.</summary>
    private sealed class Updates(TrialRun run, OlderDatabase older, Random chance, Uri model, UpgradeTally tally)
    {
        // Every update is also tried over the lock row that an earlier kill left.
        private const int LockedOneIn = 3;

        public async Task KillAtStatementsAsync(CancellationToken cancellationToken)
        {
            for (var kill = 1; kill <= run.Count; kill++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var number = run.Count >= MostStatements ? kill : chance.Next(1, FewestStatements);
                if (!await KillAsync(upgrade => KilledUpgrade.BeforeStatement(number)))
                {
                    return;
                }
            }
        }

        public async Task KillInCopiesAsync(int kills)
        {
            for (var kill = 0; kill < kills && older.HasData; kill++)
            {
                await KillAsync(upgrade => upgrade.InCopy(chance.Next(MicrosecondsOfCopy)));
            }
        }

        private async Task<bool> KillAsync(Func<KilledUpgrade, KillOrder> order)
        {
            var upgrade = new KilledUpgrade(older, run.NewFolder(), model);
            if (older.HasData && chance.Next(LockedOneIn) == 0)
            {
                upgrade.PlantLock();
            }

            var at = order(upgrade);
            var isKilled = await upgrade.KillAsync(at);
            tally.Add(upgrade, at, isKilled, await upgrade.StartAsync());
            return isKilled;
        }
    }
}
