using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.Benchmarks.Vectors;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Storage;

/// <summary>Long-term memory of a story from the store to its first search, beside the bare reading of its vectors.</summary>
internal sealed class OpenBenchmark : IBenchmark
{
    private const int Dimensions = 1_536;
    private const int Count = 8;
    private const int Rounds = 20;

    public int Number => 3;

    public string Name => "open";

    public string What => "Long-term memory of a story of 10,000 entries of 1,536 dimensions: opened, and searched for the first time.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var entries = run.Of(10_000, 500);
        await using var program = await SampleProgram.StartAsync();
        var story = await LaidStory.LayAsync(program.Services, new RandomVectors(entries, Dimensions, seed: 1));
        var (plan, head) = (new RandomVectors(1, Dimensions, seed: 2)[0], story.Head!.Id);
        var store = program.Services.GetRequiredService<IStoryStore>();
        using var vectors = new RawVectors(program.Services.GetRequiredService<DataFolder>().Database, story.Id, entries, Dimensions);
        var warm = await OpenAsync();

        await run.MeasureAsync(
            new Figure($"opened and searched, {entries} entries", "ms", 0) { PeerName = "its vectors read into a buffer, warm search", Target = 1.3 },
            () => BenchmarkRun.CollectedMillisecondsAsync(async () => (await OpenAsync()).Recall(head, plan, Count)),
            () => BenchmarkRun.CollectedMillisecondsAsync(() =>
            {
                GC.KeepAlive(vectors.Read());
                GC.KeepAlive(warm.Recall(head, plan, Count));
                return Task.CompletedTask;
            }),
            Rounds);

        await NotePartsAsync(run, () => store.ReadEntriesAsync(story.Id, cancellationToken), memory => memory.Recall(head, plan, Count), () => GC.KeepAlive(vectors.Read()));
        var before = GC.GetTotalAllocatedBytes(precise: true);
        GC.KeepAlive((await OpenAsync()).Recall(head, plan, Count));
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        run.Add(new Figure("memory taken while it is opened and searched", "MB", allocated / 1e6) { Peer = entries * Dimensions * sizeof(float) / 1e6, PeerName = "its vectors", Target = 1.2 });

        Task<LongTermMemory> OpenAsync() => new MemoryShelf().OpenAsync(story.Id, LaidStory.Space, store.ReadEntriesAsync, cancellationToken);
    }

    // The medians of the parts, so that a reader sees where the time goes.
    private static async Task NotePartsAsync(BenchmarkRun run, Func<Task<IReadOnlyList<MemoryEntry>>> read, Action<LongTermMemory> search, Action readRaw)
    {
        var parts = new List<(double Read, double Laid, double Searched, double Raw)>();
        for (var round = 0; round < run.Of(Rounds, 2); round++)
        {
            BenchmarkRun.Collect();
            var begin = Stopwatch.GetTimestamp();
            var entries = await read();
            var readAt = Stopwatch.GetTimestamp();
            var memory = new LongTermMemory(LaidStory.Space, entries);
            var laidAt = Stopwatch.GetTimestamp();
            search(memory);
            var searchedAt = Stopwatch.GetTimestamp();
            BenchmarkRun.Collect();
            var rawBegin = Stopwatch.GetTimestamp();
            readRaw();
            parts.Add((Between(begin, readAt), Between(readAt, laidAt), Between(laidAt, searchedAt), Between(rawBegin, Stopwatch.GetTimestamp())));
        }

        var (read50, laid50, searched50, raw50) = (Of(part => part.Read), Of(part => part.Laid), Of(part => part.Searched), Of(part => part.Raw));
        run.Note($"Of that, reading the entries takes {read50:0.0} ms, laying them out {laid50:0.0} ms, the first search {searched50:0.0} ms; reading the vectors alone takes {raw50:0.0} ms.");

        double Of(Func<(double Read, double Laid, double Searched, double Raw), double> part) => Spread.Of(parts.Select(part)).Median;

        static double Between(long begin, long end) => Stopwatch.GetElapsedTime(begin, end).TotalMilliseconds;
    }
}
