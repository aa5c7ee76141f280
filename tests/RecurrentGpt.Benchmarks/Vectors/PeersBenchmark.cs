namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>Exact search of long-term memory beside three libraries made for it, with the same vectors, the same queries and, looked at, the same results.</summary>
internal sealed class PeersBenchmark : IBenchmark
{
    private const int Count = 10;
    private const int Queries = 32;
    private const int Rounds = 100;

    public int Number => 2;

    public string Name => "peers";

    public string What => "Exact top 10 of 10,000 entries of 768 and of 1,536 dimensions, on one thread, beside libraries from npm.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        if (run.IsShort && !PeerFolder.IsInstalled)
        {
            throw new NotHereException("the peers from npm are not installed; the whole form installs them");
        }

        if (await PeerFolder.InstallAsync(cancellationToken) is { } trouble)
        {
            run.Note($"The peers could not be installed from npm, so nothing was compared: {trouble}");
            return;
        }

        foreach (var dimensions in new[] { 768, 1_536 })
        {
            var search = new SameSearch(new RandomVectors(run.Of(10_000, 1_000), dimensions, seed: 1), new RandomVectors(Queries, dimensions, seed: 2), Count);
            await BesideSqliteVecAsync(run, search);
            await BesideNodeAsync(run, search, cancellationToken);
        }
    }

    private static async Task BesideSqliteVecAsync(BenchmarkRun run, SameSearch search)
    {
        if (PeerFolder.FindSqliteVec() is not { } library)
        {
            run.Note($"sqlite-vec has no library for this machine.");
            return;
        }

        using var peer = new SqliteVec(library, search.Vectors, Count);
        await run.MeasureAsync(FigureOf(search, "sqlite-vec", 0.2), search.OfOurs(), search.Of(peer.Nearest), Rounds);
        Compare(run, "sqlite-vec", search, [.. search.Plans.Select(peer.Nearest)]);
    }

    private static async Task BesideNodeAsync(BenchmarkRun run, SameSearch search, CancellationToken cancellationToken)
    {
        foreach (var (name, peer) in await NodePeers.MeasureAsync(run.NewFolder(), search, run.Of(Rounds, 2), cancellationToken))
        {
            if (peer.Trouble is not null)
            {
                run.Note($"{name} could not run: {peer.Trouble}");
                continue;
            }

            var ours = await run.MeasureAsync(search.OfOurs(), Rounds);
            run.Add(FigureOf(search, name, 1.1) with { Ours = ours.Median, P95 = ours.P95, Peer = peer.Milliseconds });
            Compare(run, name, search, peer.Found);
        }
    }

    private static Figure FigureOf(SameSearch search, string peer, double target) =>
        new($"top {Count} of {search.Vectors.Rows} × {search.Vectors.Dimensions}", "ms", 0) { PeerName = peer, Target = target };

    // Values are added up in another order there, so two entries that are as near may stand the other way round: what counts is which ten.
    private static void Compare(BenchmarkRun run, string name, SameSearch search, int[][] found)
    {
        var same = search.Found.Zip(found).Count(pair => pair.First.ToHashSet().SetEquals(pair.Second));
        run.Note($"{name} found the same {Count} entries of {search.Vectors.Dimensions} dimensions for {same} of {found.Length} queries.");
    }
}
