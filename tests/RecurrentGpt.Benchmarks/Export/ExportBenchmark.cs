using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.Web.Features.Export;
using RecurrentGpt.Web.Features.Play;

namespace RecurrentGpt.Benchmarks.Export;

/// <summary>A long story written into a file of each format, beside copying that file.</summary>
internal sealed class ExportBenchmark : IBenchmark
{
    private const double MB = 1_000_000;

    // 180 words each.
    private const int Steps = 5_600;

    public int Number => 12;

    public string Name => "export";

    public string What => "A story of 1,000,000 words from the database into a file by the exporter's own stream, as the verb \"export\" writes it; the peer copies that file on the same disk.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        await using var program = await SampleProgram.StartAsync();
        var storyId = (await new LongStory(program.Services).WriteAsync("A Million Words", run.Of(Steps, inShort: 50), branches: 1))[0].StoryId;
        var stories = program.Services.GetRequiredService<StoryExport>();
        await using var words = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();
        var playthrough = ActivatorUtilities.CreateInstance<PlaythroughExport>(words);
        var folder = run.NewFolder();

        await MeasureAsync(run, "Markdown", Path.Combine(folder, "story.md"), stream => WriteAsync(ExportFormat.Markdown.WriteAsync, stream));
        await MeasureAsync(run, "JSON, with memory and plans", Path.Combine(folder, "story.json"), stream => WriteAsync(ExportFormat.Json.WriteAsync, stream));
        await MeasureAsync(run, "playthrough", Path.Combine(folder, "play.md"), stream => WriteAsync(playthrough.WriteAsync, stream));
        run.Note($"The story has {(await stories.FindAsync(storyId, cancellationToken))!.Words:N0} words in {run.Of(Steps, inShort: 50):N0} paragraphs.");

        async Task WriteAsync(Func<ExportedStory, Stream, CancellationToken, Task> write, Stream stream) =>
            await write((await stories.FindAsync(storyId, cancellationToken))!, stream, cancellationToken);
    }

    private static async Task MeasureAsync(BenchmarkRun run, string format, string file, Func<Stream, Task> write)
    {
        await run.MeasureAsync(new Figure($"{format}: writing the file", "ms", 0) { PeerName = "File.Copy", Target = 20 }, ExportAsync, Copy);
        var (size, time) = (new FileInfo(file).Length, run.Figures[^1]);
        run.Add(new Figure($"{format}: a MB of it", "ms", time.Ours / (size / MB)) { Peer = time.Peer / (size / MB), PeerName = "File.Copy" });
        var peaks = new List<double>();
        for (var round = 0; round < run.Of(5, inShort: 1); round++)
        {
            peaks.Add(await PeakMemory.OfAsync(ExportAsync));
        }

        run.Add(new Figure($"{format}: most growth of the process", "MB", peaks.Max() / MB) { Peer = size / MB, PeerName = "the file", Target = 3 });

        async Task ExportAsync()
        {
            await using var stream = new FileStream(file, FileMode.Create, FileAccess.Write);
            await write(stream);
        }

        Task Copy()
        {
            File.Copy(file, $"{file}.copy", overwrite: true);
            return Task.CompletedTask;
        }
    }
}
