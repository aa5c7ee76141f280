using Microsoft.Playwright;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A search of all stories, and the way to what it has found.</summary>
public sealed class SearchTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task AWord_TypedFromTheShelf_IsFoundAndLeadsToItsParagraphOrToHowItWas()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        await GrownStory.OfTwoHundredAsync(world);
        var page = await world.OpenAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Search your stories" }).ClickAsync();
        await Expect(page.GetByText("Type a word, a name")).ToBeVisibleAsync();

        await SearchAsync(page, "\"main paragraph 5\"");
        await Expect(Found(page, "Words").Locator("mark")).ToHaveTextAsync(["Main, paragraph 5"]);
        Assert.Contains("q=", page.Url, StringComparison.Ordinal);
        await Found(page, "Words").GetByRole(AriaRole.Link).ClickAsync();
        var desk = new DeskScreen(page);
        await Expect(desk.Paragraph(5)).ToBeFocusedAsync();
        await Expect(desk.Paragraph(5)).ToBeInViewportAsync();

        await page.GoBackAsync();
        await Expect(Found(page, "Words").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await SearchAsync(page, "\"way 3\" \"paragraph 28\"");
        await Found(page, "Words").GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "As it was: paragraph 28" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ChineseWords_WithALongTitle_AreFoundOnEveryScreen()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var title = string.Concat(Enumerable.Repeat("灯塔与海 The lighthouse and the sea ", 5));
        await world.WriteOpeningAsync(new StoryCard { Title = title, Genre = "悬疑", Premise = "林岚守着一座旧灯塔，有一天夜里灯自己亮了。", Language = "中文" });
        await GrownStory.OfTwoHundredAsync(world);
        foreach (var look in Look.All)
        {
            var page = await world.OpenAsync("/search", look);
            await SearchAsync(page, "林岚");
            await Expect(Found(page, "Words").Locator("mark").First).ToHaveTextAsync("林岚");
            await Expect(Found(page, "Meaning").GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
            await CheckAsync(page, $"search-chinese-{look.Name}");

            await SearchAsync(page, "orchard lamp");
            await Expect(page.GetByText("there are more")).ToBeVisibleAsync();
            await Expect(Found(page, "Meaning").GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
            await CheckAsync(page, $"search-{look.Name}");

            await SearchAsync(page, "nowhere");
            await Expect(page.GetByText("No paragraph has these words.")).ToBeVisibleAsync();
            await CheckAsync(page, $"search-nothing-{look.Name}");
        }
    }

    private static ILocator Found(IPage page, string section) => page.GetByRole(AriaRole.Region, new() { Name = section, Exact = true });

    private static async Task SearchAsync(IPage page, string typed)
    {
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Words, or what happens" }).FillAsync(typed);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task CheckAsync(IPage page, string name)
    {
        await Pictures.SaveAsync(page, name);
        Assert.Empty(await Accessibility.FaultsOfAsync(page));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }
}
