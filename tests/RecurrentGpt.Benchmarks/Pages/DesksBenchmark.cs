using System.Collections.Concurrent;
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

    // More than come while somebody clicks.
    private const int TokensInStream = 6_000;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public int Number => 9;

    public string Name => "desks";

    public string What => "50, then 200 idle desks in one Chromium, of ten stories of 20 paragraphs; then ten more stream while somebody clicks at another one.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        int[] counts = [run.Of(50, 3), run.Of(200, 6)];
        var data = run.NewFolder();
        var stories = await LayAsync(data, run.Of(10, 2) + 1);
        Console.Error.WriteLine($"{DateTime.Now:T} laid");
        await using var model = await FakeModelServer.StartAsync();
        var empty = (await WeighEmptyAsync([counts[0]]))[0];
        using var program = await WebProgram.StartDeskAsync(data, model.BaseUrl);
        await using var browser = await Browser.StartAsync(Environment.GetEnvironmentVariable("RPL") ?? "--renderer-process-limit=8");
        var window = await browser.NewWindowAsync();
        Uri[] addresses = [.. stories.Skip(1).Select(story => new Uri(program.Address, $"/stories/{story}"))];
        // In a browser of its own: pages of one browser share its threads, and those who write beside somebody sit elsewhere.
        await using var elsewhere = await Browser.StartAsync();
        var clicked = await Browser.OpenAsync(await elsewhere.NewWindowAsync(), new Uri(program.Address, $"/stories/{stories[0]}"));
        // What is made once, for the program or for a story, is there before the first desk is weighed.
        await OpenAsync(window, addresses);
        var weights = await WeighAsync(program, await browser.NewSmallWindowAsync(), addresses, counts);
        for (var i = 0; i < counts.Length; i++)
        {
            run.Add(new Figure($"memory of one of {counts[i]} idle desks", "MB", weights[i]) { Peer = empty, PeerName = $"one of {counts[0]} circuits of an empty app", Target = 6 });
        }

        Console.Error.WriteLine($"{DateTime.Now:T} click");
        await ClickAsync(run, new ClickedDesk(clicked), model, window);
        Console.Error.WriteLine($"{DateTime.Now:T} clicked");
        run.Note($"The desks are pages of one Chromium, the one that is clicked at of another, on the same machine, whose drawing of ten streams is in the times of a click. Memory is the program's managed heap after full collections.");
    }

    private static async Task ClickAsync(BenchmarkRun run, ClickedDesk desk, FakeModelServer model, IBrowserContext window)
    {
        var clicks = run.Of(30, 3);
        _ = await desk.ClickAsync(3);
        var alone = Spread.Of(await desk.ClickAsync(clicks));
        var streaming = await StreamsAsync(model, window, run.Of(10, 2));
        var beside = Spread.Of(await desk.ClickAsync(clicks));
        foreach (var hold in streaming)
        {
            hold.Release();
        }

        run.Add(new Figure($"p95 of a click until it is painted, beside {streaming.Count} streams", "ms", beside.P95) { Peer = alone.P95, PeerName = "no stream", Target = 2 });
        run.Add(new Figure("the same, median", "ms", beside.Median) { Peer = alone.Median, PeerName = "no stream" });
    }

    // The pages of the window that were opened last, one of each story.
    private static async Task<IReadOnlyCollection<FakeHold>> StreamsAsync(FakeModelServer model, IBrowserContext window, int count)
    {
        var (holds, prose) = (new ConcurrentBag<FakeHold>(), new StreamedProse(model, TokensInStream, round: 0));
        model.Answer = request =>
        {
            var hold = new FakeHold();
            holds.Add(hold);
            return prose.ToReply(request, hold);
        };
        foreach (var page in window.Pages.TakeLast(count))
        {
            await new DeskScreen(page).Write(1).ClickAsync();
        }

        return holds;
    }

    private static async Task<double[]> WeighEmptyAsync(int[] counts)
    {
        using var program = await WebProgram.StartEmptyAsync();
        await using var browser = await Browser.StartAsync(Environment.GetEnvironmentVariable("RPL") ?? "--renderer-process-limit=8");
        var window = await browser.NewSmallWindowAsync();
        await OpenAsync(window, [program.Address]);
        return await WeighAsync(program, window, [program.Address], counts);
    }

    /// <returns>Megabytes of each page, for each number of pages.</returns>
    private static async Task<double[]> WeighAsync(WebProgram program, IBrowserContext window, Uri[] addresses, int[] counts)
    {
        var weights = new double[counts.Length];
        await Task.Delay(Settling);
        var before = await program.LiveBytesAsync();
        Console.Error.WriteLine($"{DateTime.Now:T} weigh");
        for (var (at, open) = (0, 0); at < counts.Length; at++)
        {
            await OpenAsync(window, [.. Enumerable.Range(open, counts[at] - open).Select(page => addresses[page % addresses.Length])]);
            open = counts[at];
            Console.Error.WriteLine($"{DateTime.Now:T} opened {open}");

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

    private static async Task<IReadOnlyList<Guid>> LayAsync(string folder, int count)
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
