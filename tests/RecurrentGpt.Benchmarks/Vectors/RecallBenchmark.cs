namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>Exact search of long-term memory, beside the time in which the machine can read as many bytes at all.</summary>
internal sealed class RecallBenchmark : IBenchmark
{
    private const int Dimensions = 1_536;
    private const int Count = 8;

    private static readonly int[] Streams = [1, 2, 4, 8];

    public int Number => 1;

    public string Name => "recall";

    public string What => "Exact top 8 of 1,000, 10,000 and 100,000 entries of 1,536 dimensions, on one thread.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        await MeasureAsync(run, 1_000, rounds: 400, target: null);
        await MeasureAsync(run, 10_000, rounds: 100, target: 1.5);
        await MeasureAsync(run, run.Of(100_000, 20_000), rounds: 40, target: 1.3);
    }

    private static async Task MeasureAsync(BenchmarkRun run, int rows, int rounds, double? target)
    {
        var plans = new RandomVectors(16, Dimensions, seed: 2);
        var story = new RememberedStory(new RandomVectors(rows, Dimensions, seed: 1));
        var read = new MemoryRead(rows * Dimensions);
        var streams = Streams.MinBy(streams => MillisecondsOf(read, streams));
        var (round, sink) = (0, 0);

        await run.MeasureAsync(
            new Figure($"top {Count} of {rows:N0} entries", "ms", 0) { PeerName = $"reading {Megabytes(rows):0.#} MB in {streams} places", Target = target },
            () =>
            {
                sink += story.Nearest(plans[round++ % plans.Rows], Count).Length;
                return Task.CompletedTask;
            },
            () =>
            {
                sink += read.Read(streams);
                return Task.CompletedTask;
            },
            rounds);
        var milliseconds = run.Figures[^1].Peer!.Value;
        run.Note($"{rows:N0} entries are {Megabytes(rows):0.#} MB; the read, by one thread, reached {Megabytes(rows) / milliseconds:0.#} GB/s, the search {Megabytes(rows) / run.Figures[^1].Ours:0.#} GB/s.");
        GC.KeepAlive(sink);
    }

    private static double MillisecondsOf(MemoryRead read, int streams) => Enumerable.Range(0, 12).Min(_ =>
    {
        var begin = System.Diagnostics.Stopwatch.GetTimestamp();
        _ = read.Read(streams);
        return System.Diagnostics.Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
    });

    private static double Megabytes(int rows) => rows * Dimensions * sizeof(float) / 1e6;
}
