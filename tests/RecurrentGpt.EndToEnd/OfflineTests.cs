using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A newcomer with no key and no network.</summary>
public sealed class OfflineTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Theory]
    [InlineData("English", "Tessa Vale keeps the night ferry at Harrow Quay, and one evening it comes back with a passenger who never boarded.")]
    [InlineData("中文", "林岚守着一座旧灯塔，有一天夜里灯自己亮了。")]
    public async Task AStory_WithNothingConfigured_IsWrittenAndSaysThatItIsASample(string language, string premise)
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/new");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" }).FillAsync(premise);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Language" }).FillAsync(language);
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the opening" }).ClickAsync();
        var desk = new DeskScreen(page);
        await WritingTests.WrittenAsync(desk, 3);

        await Expect(page.GetByText("only a sample").First).ToBeVisibleAsync();
        await Expect(desk.Paragraph(3)).ToContainTextAsync(language == "English" ? "." : "。");
        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await Expect(desk.Recalled).ToContainTextAsync("0.");
        await Pictures.SaveAsync(page, $"desk-offline-{(language == "English" ? "en" : "zh")}-wide-light");
        Assert.Empty(world.Model.Requests);
    }
}
