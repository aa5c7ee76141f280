using RecurrentGpt.Benchmarks.Export;
using RecurrentGpt.Benchmarks.Hosting;
using RecurrentGpt.Benchmarks.Lookahead;
using RecurrentGpt.Benchmarks.Pages;
using RecurrentGpt.Benchmarks.Search;
using RecurrentGpt.Benchmarks.Steps;
using RecurrentGpt.Benchmarks.Storage;
using RecurrentGpt.Benchmarks.Vectors;

namespace RecurrentGpt.Benchmarks;

/// <summary>All benchmarks of docs/performance.md, in the order of their numbers.</summary>
internal static class BenchmarkList
{
    public static IReadOnlyList<IBenchmark> All { get; } =
    [
        new RecallBenchmark(),
        new PeersBenchmark(),
        new OpenBenchmark(),
        new EmbeddingsBenchmark(),
        new StepBenchmark(),
        new PromptsBenchmark(),
        new StreamBenchmark(),
        new LongStoryBenchmark(),
        new DesksBenchmark(),
        new CommitBenchmark(),
        new StartBenchmark(),
        new ExportBenchmark(),
        new LookaheadBenchmark(),
        new FirstLoadBenchmark(),
        new SearchBenchmark(),
    ];
}
