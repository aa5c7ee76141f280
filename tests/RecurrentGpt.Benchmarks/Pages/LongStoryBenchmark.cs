using System.Diagnostics;
using Microsoft.Playwright;
using RecurrentGpt.Benchmarks.Hosting;
using RecurrentGpt.Benchmarks.Smaller;
using RecurrentGpt.EndToEnd;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>A very long story at the desk, beside a short one.</summary>
internal sealed class LongStoryBenchmark : IBenchmark
{
    private const int Short = 50;
    private const int Scrolled = 48;
    private const int Stride = 6;

    // Some 2,400 letters.
    private const int SentencesInParagraph = 30;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    public int Number => 8;

    public string Name => "long-story";

    public string What => "A story of 5,000 paragraphs (12 MB) is opened and scrolled up by 48 paragraphs, beside one of 50.";

    public async Task RunAsync(BenchmarkRun run, CancellationToken cancellationToken)
    {
        var (data, length) = (run.NewFolder(), run.Of(5_000, 200));
        var (few, many) = await LayAsync(data, length);
        await using var browser = await Browser.StartAsync();
        await TimeAsync(run, browser, data, (few, Short), (many, length));

        var circuits = run.Of(20, 2);
        run.Add(new Figure($"memory of one page that is open ({circuits} opened beside one)", "MB", await MegabytesAsync(browser, data, many, circuits))
        {
            Peer = await MegabytesAsync(browser, data, few, circuits),
            PeerName = $"{Short} paragraphs",
            Target = 3,
        });
    }

    private static async Task TimeAsync(BenchmarkRun run, Browser browser, string data, (Guid Id, int Head) few, (Guid Id, int Head) many)
    {
        using var program = await WebProgram.StartDeskAsync(data);
        var window = await browser.NewWindowAsync();
        await run.MeasureAsync(
            new Figure($"open {many.Head:N0} paragraphs and scroll", "ms", 0) { PeerName = $"{few.Head} paragraphs", Target = 1.5 },
            () => UseAsync(window, AddressOf(program, many.Id), many.Head),
            () => UseAsync(window, AddressOf(program, few.Id), few.Head));
        await window.CloseAsync();
    }

    private static async Task<double> UseAsync(IBrowserContext window, Uri story, int head)
    {
        var page = await window.NewPageAsync();
        var begin = Stopwatch.GetTimestamp();
        await Browser.GoAsync(page, story);
        for (var number = head; number >= head - Scrolled; number -= Stride)
        {
            await page.Locator($"#paragraph-{number}").ScrollIntoViewIfNeededAsync();
        }

        var time = Stopwatch.GetElapsedTime(begin).TotalMilliseconds;
        await page.CloseAsync();
        return time;
    }

    // What the pages of a story share is there with the first of them.
    private static async Task<double> MegabytesAsync(Browser browser, string data, Guid storyId, int circuits)
    {
        using var program = await WebProgram.StartDeskAsync(data);
        var window = await browser.NewWindowAsync();
        await OpenAsync(window, AddressOf(program, storyId));
        await Task.Delay(Settling);
        var before = await program.LiveBytesAsync();
        for (var i = 0; i < circuits; i++)
        {
            await OpenAsync(window, AddressOf(program, storyId));
        }

        await Task.Delay(Settling);
        var after = await program.LiveBytesAsync();
        await window.CloseAsync();
        await program.EndAsync();
        return (after - before) / (1024.0 * 1024) / circuits;
    }

    private static async Task OpenAsync(IBrowserContext window, Uri story) => await (await Browser.OpenAsync(window, story)).Locator("article").First.WaitForAsync();

    private static Uri AddressOf(WebProgram program, Guid storyId) => new(program.Address, $"/stories/{storyId}");

    private static async Task<(Guid Few, Guid Many)> LayAsync(string folder, int length)
    {
        await using var program = await SampleProgram.StartAsync(folder);
        var laid = new LongStory(program.Services, SentencesInParagraph);
        var few = await laid.WriteAsync("The Short Shore", Short, branches: 1);
        var many = await laid.WriteAsync("The Long Shore", length, branches: 1);
        return (few[0].StoryId, many[0].StoryId);
    }
}
