using System.Diagnostics;
using RecurrentGpt.Stories;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The desk with a story of 200 steps on ten branches, beside the same with one of three: what is done is asserted, how long it takes is only told.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class LongStoryTests(BrowserFixture browser, ITestOutputHelper output)
{
    [Fact]
    public async Task AStoryOfTwoHundredSteps_OpensScrollsMovesAndWritesAsAShortOneDoes()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var stories = new LongStory(world.Services);
        var small = await stories.WriteAsync("The Short Shore", steps: 3, branches: 1);
        var large = await stories.WriteAsync("The Long Shore", steps: 199, branches: 10);

        // Once before, so that the first of the two does not pay for what is made only once.
        _ = await UseAsync(world, small[0], picture: null);
        var few = await UseAsync(world, await stories.GoOnAsync(small[0]), picture: null);
        var many = await UseAsync(world, large[0], "long-story-wide-light");

        foreach (var (action, time) in many)
        {
            output.WriteLine($"{action,-28} {time,7:F0} ms, with a short story {few[action],7:F0} ms");
        }

        Assert.Equal(few.Keys, many.Keys);
    }

    private static async Task<Dictionary<string, double>> UseAsync(World world, Step head, string? picture)
    {
        var times = new Dictionary<string, double>();
        var page = await world.OpenAsync("/");
        var desk = new DeskScreen(page);
        await TimeAsync(times, "open the desk", async () =>
        {
            await page.GotoAsync($"/stories/{head.StoryId}");
            await page.Locator("main[data-interactive]").WaitForAsync();
            await Expect(desk.Paragraphs).ToHaveCountAsync(head.Number);
        });
        await Expect(desk.Paragraph(head.Number)).ToBeInViewportAsync();

        await TimeAsync(times, "scroll to the first paragraph", async () =>
        {
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
            await WritingTests.WrittenAsync(desk, head.Number + 1);
        });
        await TimeAsync(times, "undo", async () =>
        {
            await desk.Button("Undo").ClickAsync();
            await Expect(desk.Paragraphs).ToHaveCountAsync(head.Number);
        });
        await TimeAsync(times, "redo", async () =>
        {
            await desk.Button("Redo").ClickAsync();
            await Expect(desk.Paragraphs).ToHaveCountAsync(head.Number + 1);
        });
        await TimeAsync(times, "type into memory until saved", async () =>
        {
            await desk.Memory.FillAsync("Mara is alone.");
            await Expect(page.GetByText("exactly this is sent")).ToBeVisibleAsync();
        });
        await page.Context.CloseAsync();
        return times;
    }

    private static async Task TimeAsync(Dictionary<string, double> times, string action, Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        times[action] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }
}
