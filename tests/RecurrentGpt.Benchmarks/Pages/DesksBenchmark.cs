using Microsoft.Playwright;
using RecurrentGpt.Benchmarks.Hosting;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>Many desks that stand open at one program.</summary>
internal sealed class DesksBenchmark : IBenchmark
{
    private const int Paragraphs = 20;
    private const int OpenedAtOnce = 4;

    // With few, each would have the timers of dozens of pages in one thread.
    private const string Processes = "--renderer-process-limit=50";
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public int Number => 9;

    public string Name => "desks";

    public string What => "50, then 200 idle desks in one Chromium, of ten stories of 20 paragraphs; then ten of other stories stream while somebody clicks at another one.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var (data, each) = (run.NewFolder(), run.Of(10, 2));
        var stories = await LayAsync(data, 1 + each + each);
        await using var model = await FakeModelServer.StartAsync();
        using var program = await WebProgram.StartDeskAsync(data, model.BaseUrl);
        // Browsers of their own: pages of one share its threads, and those who write beside somebody sit elsewhere.
        await using var elsewhere = await Browser.StartAsync();
        await using var browser = await Browser.StartAsync(Processes);
        var clicked = await Browser.OpenAsync(await elsewhere.NewWindowAsync(), AddressOf(stories[0]));
        // Nobody else has these open: who has sees the same words come in.
        var window = await browser.NewWindowAsync();
        await OpenAsync(window, stories.Slice(1, each).Select(AddressOf));

        await WeighAsync(run, program, await browser.NewSmallWindowAsync(), [.. stories.TakeLast(each).Select(AddressOf)]);
        await ClickAsync(run, new ClickedDesk(clicked), model, window.Pages);
        run.Note($"The desks are pages of one Chromium, the one that is clicked at of another, on the same machine; all that stream are in view. Memory is the program's managed heap after full collections.");

        Uri AddressOf(Guid story) => new(program.Address, $"/stories/{story}");
    }

    private static async Task WeighAsync(BenchmarkRun run, WebProgram program, IBrowserContext window, IReadOnlyList<Uri> addresses)
    {
        int[] counts = [run.Of(50, 3), run.Of(200, 6)];
        var empty = (await WeighEmptyAsync([counts[0]]))[0];
        // What is made once, for the program or for a story, is there before the first desk is weighed.
        await OpenAsync(window, addresses);
        var weights = await WeighAsync(program, window, addresses, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            run.Add(new Figure($"memory of one of {counts[i]} idle desks", "MB", weights[i]) { Peer = empty, PeerName = $"one of {counts[0]} circuits of an empty app", Target = 6 });
        }
    }

    private static async Task ClickAsync(BenchmarkRun run, ClickedDesk desk, FakeModelServer model, IReadOnlyList<IPage> pages)
    {
        var clicks = run.Of(50, 3);
        _ = await desk.ClickAsync(3);
        var alone = Spread.Of(await desk.ClickAsync(clicks));
        var streaming = await StreamingDesks.BeginAsync(model, pages);
        await Task.Delay(Settling);
        var beside = Spread.Of(await desk.ClickAsync(clicks));
        streaming.End();

        run.Add(new Figure($"p95 of a click until it is painted, beside {pages.Count} streams", "ms", beside.P95) { Peer = alone.P95, PeerName = "no stream", Target = 2 });
        run.Add(new Figure("the same, median", "ms", beside.Median) { Peer = alone.Median, PeerName = "no stream" });
    }

    private static async Task<double[]> WeighEmptyAsync(int[] counts)
    {
        using var program = await WebProgram.StartEmptyAsync();
        await using var browser = await Browser.StartAsync(Processes);
        var window = await browser.NewSmallWindowAsync();
        await OpenAsync(window, [program.Address]);
        return await WeighAsync(program, window, [program.Address], counts);
    }

    /// <returns>Megabytes of each page, for each number of pages.</returns>
    private static async Task<double[]> WeighAsync(WebProgram program, IBrowserContext window, IReadOnlyList<Uri> addresses, int[] counts)
    {
        var weights = new double[counts.Length];
        await Task.Delay(Settling);
        var before = await program.LiveBytesAsync();
        for (var (at, open) = (0, 0); at < counts.Length; at++)
        {
            await OpenAsync(window, [.. Enumerable.Range(open, counts[at] - open).Select(page => addresses[page % addresses.Count])]);
            open = counts[at];

            await Task.Delay(Settling);
            weights[at] = (await program.LiveBytesAsync() - before) / (1024.0 * 1024) / counts[at];
        }

        return weights;
    }

    private static async Task OpenAsync(IBrowserContext window, IEnumerable<Uri> addresses)
    {
        foreach (var few in addresses.Chunk(OpenedAtOnce))
        {
            _ = await Task.WhenAll(few.Select(address => Browser.OpenAsync(window, address)));
        }
    }

    private static async Task<List<Guid>> LayAsync(string folder, int count)
    {
        await using var program = await SampleProgram.StartAsync(folder);
        var (laid, stories) = (new LongStory(program.Services), new List<Guid>());
        for (var i = 0; i < count; i++)
        {
            stories.Add((await laid.WriteAsync($"The Shore of Desk {i}", Paragraphs, branches: 1))[0].StoryId);
        }

        return stories;
    }
}
