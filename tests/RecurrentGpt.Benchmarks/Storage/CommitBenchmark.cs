using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.Benchmarks.Vectors;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Storage;

/// <summary>A step stored as a run stores it, flushed to the disk, beside the same rows stored by prepared commands.</summary>
internal sealed class CommitBenchmark : IBenchmark
{
    private const int Dimensions = 1_536;

    // Code is compiled once more while it runs: after a hundred commits, one takes up to twice as long as after a thousand.
    private const int WarmUps = 1_000;

    public int Number => 10;

    public string Name => "commit";

    public string What => "A whole step committed in one transaction, flushed to the disk (synchronous=FULL), one after another.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var (rounds, warmUps) = (run.Of(500, 5), run.Of(WarmUps, 1));
        var vectors = new RandomVectors(200, Dimensions, seed: 1);
        await using var program = await SampleProgram.StartAsync();
        var story = await LaidStory.LayAsync(program.Services, vectors);
        using var peer = new SameRows(program.Services.GetRequiredService<DataFolder>().Database, Path.Combine(run.NewFolder(), "peer.db"));
        var (ours, peers) = (new List<double>(), new List<double>());
        for (var round = -warmUps; round < rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (parent, runId, step) = (story.Head!.Id, await story.ClaimAsync(), LaidStory.NewStep(vectors[(round + warmUps) % vectors.Rows]));
            peer.TakeRun(runId);
            var time = await BenchmarkRun.MillisecondsAsync(() => story.CommitAsync(runId, step));
            peer.TakeStep(runId, step.Id, parent);
            var begin = Stopwatch.GetTimestamp();
            peer.Store();
            if (round >= 0)
            {
                ours.Add(time);
                peers.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
            }
        }

        Tell(run, ours, peers);
    }

    private static void Tell(BenchmarkRun run, List<double> ours, List<double> peers)
    {
        var (spread, peer) = (Spread.Of(ours), Spread.Of(peers));
        run.Add(new Figure("steps committed in a second", "", 1_000 / ours.Average()) { Peer = 1_000 / peers.Average(), PeerName = "the same rows by prepared commands", Target = 0.2, IsAtLeast = true });
        run.Add(new Figure("99 of 100 commits take at most", "ms", spread.P99) { Target = 5 });
        run.Note($"A commit took {spread.Median:0.00} ms (median of {ours.Count}; p95 {spread.P95:0.00}, most {spread.Most:0.00}), the same rows by prepared commands {peer.Median:0.00} ms (p95 {peer.P95:0.00}, p99 {peer.P99:0.00}, most {peer.Most:0.00}).");
    }
}
