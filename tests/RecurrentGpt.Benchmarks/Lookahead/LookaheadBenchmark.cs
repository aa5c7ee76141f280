using Microsoft.Playwright;
using RecurrentGpt.Benchmarks.Hosting;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Faults.Tab;

namespace RecurrentGpt.Benchmarks.Lookahead;

/// <summary>How long an author waits for the first word after picking a plan.</summary>
internal sealed class LookaheadBenchmark : IBenchmark
{
    // Nobody reads a paragraph faster than this; where nothing is written meanwhile, it makes no difference.
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(2);

    public int Number => 13;

    public string Name => "lookahead";

    public string What => "The desk in Chromium, a model with 800 ms to its first token: from the click on a plan to the first word on the screen, by the page's own clock.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        await using var model = await FakeModelServer.StartAsync();
        SlowModel.Slow(model);
        using var program = await WebProgram.StartDeskAsync(run.NewFolder(), model.BaseUrl);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium.Options);

        var off = await MeasureAsync(browser, program.Address, isAhead: false, run, cancellationToken);
        var on = await MeasureAsync(browser, program.Address, isAhead: true, run, cancellationToken);

        run.Add(new Figure("click to the first word, lookahead off", "ms", off.Median) { P95 = off.P95, Peer = SlowModel.ToFirstToken.TotalMilliseconds, PeerName = "the model alone" });
        run.Add(new Figure("click to the first word, lookahead on", "ms", on.Median) { P95 = on.P95, Peer = off.Median, PeerName = "lookahead off", Target = 0.1 });
    }

    private static async Task<Spread> MeasureAsync(IBrowser browser, Uri address, bool isAhead, BenchmarkRun run, CancellationToken cancellationToken)
    {
        var desk = await ReadingDesk.BeginAsync(await browser.NewPageAsync(new() { Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce }), address);
        await (isAhead ? desk.WriteAheadAsync() : Task.CompletedTask);
        await desk.PickAsync(TimeSpan.Zero);
        var waits = new List<double>();
        for (var round = 0; round < run.Of(20, inShort: 1); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            waits.Add(await desk.PickAsync(isAhead ? Reading : TimeSpan.Zero));
        }

        return Spread.Of(waits);
    }
}
