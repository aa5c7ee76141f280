using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>From the sample writer to a server of one's own, on the Settings page alone.</summary>
public sealed class SettingsTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Key = "sk-sentinel-4711";

    [Fact]
    public async Task AServer_IsTriedSavedAndWrittenWith()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/settings");
        await FillAsync(page, world);

        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();
        var report = page.GetByRole(AriaRole.List, new() { Name = "Result of the test" });
        await Expect(report.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(page.GetByText("Stories can be written with these settings.")).ToBeVisibleAsync();
        await Pictures.SaveAsync(page, "settings-tested-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(page));
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved. The next paragraph")).ToBeVisibleAsync();

        await World.GoToAsync(page, "/settings");
        await Expect(page.GetByText("A key is stored.")).ToBeVisibleAsync();
        Assert.DoesNotContain(Key, await page.ContentAsync(), StringComparison.Ordinal);

        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        Assert.Equal($"Bearer {Key}", world.Model.ChatRequests[^1].Request.Headers["Authorization"]);
    }

    [Fact]
    public async Task AWrongKey_IsNamedByTheTest()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        world.Model.Listing = FakeReply.Failing(401, "{\"error\":{\"message\":\"Incorrect API key provided\"}}");
        world.Model.Enqueue(FakeReply.Failing(401, "{\"error\":{\"message\":\"Incorrect API key provided\"}}"));
        var page = await world.OpenAsync("/settings");
        await FillAsync(page, world);

        await page.GetByRole(AriaRole.Button, new() { Name = "Test connection" }).ClickAsync();

        await Expect(page.GetByText("does not accept the key").First).ToBeVisibleAsync();
        await Expect(page.GetByText("Stories cannot be written with these settings yet.")).ToBeVisibleAsync();
        await Pictures.SaveAsync(page, "settings-wrong-key-wide-light");
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task Prices_AreKept_AndTheKeyWithThem(string look)
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/settings", Look.All.Single(one => one.Name == look));
        await FillAsync(page, world);
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save" });

        await page.GetByLabel("Price of input").FillAsync("0,15");
        await save.ClickAsync();
        await Expect(page.GetByText("The price of output is needed for a cost.")).ToBeVisibleAsync();
        await page.GetByLabel("Price of output").ScrollIntoViewIfNeededAsync();
        await Appearance.CheckAsync(page, $"settings-price-missing-{look}");
        await page.GetByLabel("Price of output").FillAsync("0.6");
        await page.GetByLabel("Currency").FillAsync("€");
        await save.ClickAsync();
        await Expect(page.GetByText("Saved. The next paragraph")).ToBeVisibleAsync();

        await World.GoToAsync(page, "/settings");
        await Expect(page.GetByText("A key is stored.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Price of input")).ToHaveValueAsync("0.15");
        await Expect(page.GetByLabel("Price of output")).ToHaveValueAsync("0.6");
        await Expect(page.GetByLabel("Price of cached input")).ToHaveValueAsync("");
        await Expect(page.GetByLabel("Currency")).ToHaveValueAsync("€");
        await page.GetByLabel("Currency").ScrollIntoViewIfNeededAsync();
        await Appearance.CheckAsync(page, $"settings-prices-{look}");
    }

    [Fact]
    public async Task TheTheme_IsRememberedByTheBrowser()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/settings");

        await page.GetByRole(AriaRole.Radio, new() { Name = "Dark" }).CheckAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await World.GoToAsync(page, "/");

        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
    }

    private static async Task FillAsync(IPage page, World world)
    {
        await page.GetByRole(AriaRole.Radio, new() { Name = "OpenAI-compatible server" }).CheckAsync();
        await page.GetByLabel("Base URL").FillAsync(world.Model.BaseUrl.ToString());
        await page.GetByLabel("Key", new() { Exact = true }).FillAsync(Key);
        await page.GetByLabel("Chat model").FillAsync("fake-writer");
        await page.GetByLabel("Embedding model").FillAsync("fake-embedder");
    }
}
