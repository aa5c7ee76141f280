using RecurrentGpt.Benchmarks.Hosting;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.EndToEnd;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>What somebody's browser has to fetch who has never been at the desk.</summary>
internal sealed class FirstLoadBenchmark : IBenchmark
{
    private const int Paragraphs = 30;
    private const double Kilobyte = 1024;

    public int Number => 14;

    public string Name => "first-load";

    public string What => "The desk of a story of 30 paragraphs, opened from the published program by a browser with an empty cache.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var data = run.NewFolder();
        var storyId = await LayAsync(data);
        using var program = await WebProgram.StartDeskAsync(data);
        using var empty = await WebProgram.StartEmptyAsync();
        await using var browser = await Browser.StartAsync();
        var (desks, peers) = (new List<FirstLoad>(), new List<FirstLoad>());
        for (var round = 0; round <= run.Of(20, 2); round++)
        {
            desks.Add(await FirstLoad.OfAsync(browser, new Uri(program.Address, $"/stories/{storyId}"), "article"));
            peers.Add(await FirstLoad.OfAsync(browser, empty.Address, "h1"));
        }

        // The first round of each is not warm.
        Tell(run, [.. desks.Skip(1)], [.. peers.Skip(1)]);
    }

    private static void Tell(BenchmarkRun run, IReadOnlyList<FirstLoad> desks, IReadOnlyList<FirstLoad> peers)
    {
        run.Add(new Figure("fetched, packed as it comes", "KB", Median(desks, load => load.Bytes) / Kilobyte) { Target = 400 });
        run.Add(new Figure("the same beside an empty app", "KB", Median(desks, load => load.Bytes) / Kilobyte) { Peer = Median(peers, load => load.Bytes) / Kilobyte, PeerName = "empty app" });
        run.Add(Painted("first paint", desks, load => load.FirstPaint));
        run.Add(Painted("the manuscript painted", desks, load => load.ContentPaint));
        run.Add(new Figure("the same beside an empty app's heading", "ms", Median(desks, load => load.ContentPaint)) { Peer = Median(peers, load => load.ContentPaint), PeerName = "empty app" });
        var files = desks[^1].Files;
        run.Add(new Figure("files that came unpacked", "", files.Count(file => !file.IsPacked)) { Target = 0 });
        run.Add(new Figure("files that have to be asked for again", "", files.Count(file => !file.IsKept)) { Target = 0 });
        run.Note($"{files.Count} files: {string.Join(", ", files.OrderByDescending(file => file.Bytes).Take(4).Select(file => FormattableString.Invariant($"{file.Path} {file.Bytes / Kilobyte:0.0} KB")))} are the largest.");
        if (files.Where(file => !file.IsPacked || !file.IsKept).Select(file => file.Path).ToList() is { Count: > 0 } others)
        {
            run.Note($"Unpacked or without a fingerprint: {string.Join(", ", others)}.");
        }
    }

    private static Figure Painted(string what, IReadOnlyList<FirstLoad> loads, Func<FirstLoad, double> time)
    {
        var spread = Spread.Of(loads.Select(time));
        return new Figure(what, "ms", spread.Median) { P95 = spread.P95, Target = 1_000 };
    }

    private static double Median(IReadOnlyList<FirstLoad> loads, Func<FirstLoad, double> figure) => Spread.Of(loads.Select(figure)).Median;

    private static async Task<Guid> LayAsync(string folder)
    {
        await using var program = await SampleProgram.StartAsync(folder);
        return (await new LongStory(program.Services).WriteAsync("The First Shore", Paragraphs, branches: 1))[0].StoryId;
    }
}
