using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RecurrentGpt.Stories;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The desk with a story of 200 steps on ten branches, beside the same with one of six: what is done is asserted, how long it takes is only told.</summary>
public sealed class LongStoryTests(BrowserFixture browser, ITestOutputHelper output) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task AStoryOfTwoHundredSteps_OpensScrollsMovesAndWritesAsAShortOneDoes()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var stories = new LongStory(world.Services);
        var first = await stories.WriteAsync("The First Shore", steps: 5, branches: 2);
        var small = await stories.WriteAsync("The Short Shore", steps: 5, branches: 2);
        var large = await stories.WriteAsync("The Long Shore", steps: 199, branches: 10);

        // Once before, so that the first of the two does not pay for what is made only once.
        _ = await UseAsync(world, first, picture: null);
        var few = await UseAsync(world, small, picture: null);
        var many = await UseAsync(world, large, "long-story-wide-light");

        foreach (var (action, time) in many)
        {
            output.WriteLine($"{action,-28} {time,7:F0} ms, with a short story {few[action],7:F0} ms");
        }

        Assert.Equal(few.Keys, many.Keys);
    }

    private static async Task<Dictionary<string, double>> UseAsync(World world, IReadOnlyList<Step> ends, string? picture)
    {
        var head = ends[0];
        var times = new Dictionary<string, double>();
        var page = await world.OpenAsync("/");
        var desk = new DeskScreen(page);
        await TimeAsync(times, "open the desk", async () =>
        {
            await page.GotoAsync($"/stories/{head.StoryId}");
            await page.Locator("main[data-interactive]").WaitForAsync();
            await StandsOnAsync(desk, head.Number);
        });
        await Expect(desk.Paragraph(head.Number)).ToBeInViewportAsync();

        await TimeAsync(times, "scroll to the first paragraph", async () =>
        {
            await ShowAsync(desk, 1);
            await desk.Paragraph(1).ScrollIntoViewIfNeededAsync();
            await Expect(desk.Paragraph(1)).ToBeInViewportAsync();
        });
        if (picture is not null)
        {
            await desk.Paragraph(head.Number / 2).ScrollIntoViewIfNeededAsync();
            await Pictures.SaveAsync(page, picture);
        }

        await TimeAsync(times, "write a step", async () =>
        {
            await desk.Write(1).ClickAsync();
            await StandsOnAsync(desk, head.Number + 1);
            await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
            await Expect(desk.Plan(1)).ToBeEditableAsync();
        });
        await TimeAsync(times, "undo", async () =>
        {
            await desk.Button("Undo").ClickAsync();
            await StandsOnAsync(desk, head.Number);
        });
        await TimeAsync(times, "redo", async () =>
        {
            await desk.Button("Redo").ClickAsync();
            await StandsOnAsync(desk, head.Number + 1);
        });
        await TimeAsync(times, "go to another branch", async () =>
        {
            await Branch(page, $"Branch {ends.Count}").ClickAsync();
            await StandsOnAsync(desk, ends[^1].Number);
        });
        await TimeAsync(times, "come back", async () =>
        {
            await Branch(page, "Main").ClickAsync();
            await StandsOnAsync(desk, head.Number + 1);
        });
        await TimeAsync(times, "type into memory until saved", async () =>
        {
            await desk.Memory.FillAsync("Mara is alone.");
            await Expect(page.GetByText("exactly this is sent")).ToBeVisibleAsync();
        });
        await page.Context.CloseAsync();
        return times;
    }

    private static async Task StandsOnAsync(DeskScreen desk, int number)
    {
        await Expect(desk.Paragraph(number)).ToBeVisibleAsync();
        await Expect(desk.Paragraph(number + 1)).ToHaveCountAsync(0);
    }

    // The end of a long story is drawn first, and what lies before on request.
    private static async Task ShowAsync(DeskScreen desk, int number)
    {
        var earlier = desk.Manuscript.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Show [0-9]+ earlier", RegexOptions.None, TimeSpan.FromSeconds(1)) });
        for (var shown = await desk.Paragraphs.CountAsync(); await desk.Paragraph(number).CountAsync() == 0; shown = await desk.Paragraphs.CountAsync())
        {
            await earlier.ClickAsync();
            await Expect(desk.Paragraphs.Nth(shown)).ToBeAttachedAsync();
        }
    }

    private static ILocator Branch(IPage page, string name) =>
        page.GetByRole(AriaRole.List, new() { Name = "Branches" }).GetByRole(AriaRole.Button).Filter(new() { HasText = name });

    private static async Task TimeAsync(Dictionary<string, double> times, string action, Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        times[action] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
