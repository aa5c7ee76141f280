using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Every screen, wide and on a phone, light and dark: a picture for people, and no violation that axe can find.</summary>
public sealed class LookTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    public static TheoryData<string> Looks => [Look.Wide.Name, Look.Phone.Name];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task TheLibrary_EmptyAndFull_IsAccessible(string name)
    {
        var look = Of(name);
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/", look);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your stories" })).ToBeVisibleAsync();
        await CheckAsync(page, $"library-empty-{name}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Open a sample story" }).ClickAsync();
        var desk = new DeskScreen(page);
        await Expect(desk.Paragraphs.First).ToBeVisibleAsync();
        await CheckAsync(page, $"desk-sample-{name}");

        await World.GoToAsync(page, "/");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Stories" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
        await CheckAsync(page, $"library-{name}");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task NewStoryAndSettings_AreAccessible(string name)
    {
        var look = Of(name);
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/new", look);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" }).FillAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        await CheckAsync(page, $"new-{name}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Start from my own text" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Your opening" })).ToBeVisibleAsync();
        await CheckAsync(page, $"new-own-{name}");

        await World.GoToAsync(page, "/settings");
        await CheckAsync(page, $"settings-{name}");
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task TheDesk_WithAStoryUnderWay_IsAccessible(string name)
    {
        var look = Of(name);
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.", look);
        if (look.IsPhone)
        {
            await WriteOnAPhoneAsync(desk, name);
        }
        else
        {
            await desk.Write(1).ClickAsync();
            await WritingTests.WrittenAsync(desk, 4);
        }

        await CheckAsync(desk.Page, $"desk-{name}");
    }

    private static async Task WriteOnAPhoneAsync(DeskScreen desk, string name)
    {
        foreach (var tab in new[] { "Memory", "Recall", "Plans" })
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = tab }).ClickAsync();
            await Expect(desk.Page.GetByRole(AriaRole.Tab, new() { Name = tab, Selected = true })).ToBeVisibleAsync();
            await CheckAsync(desk.Page, $"desk-{tab.ToLowerInvariant()}-{name}");
        }

        await desk.Write(2).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Draft" }).ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4, new() { Timeout = 20_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
    }

    private static async Task CheckAsync(IPage page, string picture)
    {
        await Appearance.CheckAsync(page, picture);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }

    private static Look Of(string name) => Look.All.Single(look => look.Name == name);
}
