using Microsoft.Playwright;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A field that takes no more says so, and how much it takes.</summary>
public sealed class FullFieldTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task AText_LongerThanItsField_IsSaidToBeCutAndTheFieldIsNotSpokenOfAgainWhenThereIsRoom()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/new");
        var premise = page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" });
        var notice = page.GetByText("This field is full.");
        await premise.FocusAsync();

        await page.Keyboard.InsertTextAsync(new string('a', StoryLimits.Premise - 1));
        await Expect(notice).ToBeHiddenAsync();
        await page.Keyboard.InsertTextAsync("bcd");

        await Expect(notice).ToContainTextAsync("in characters: 8,000");
        await Expect(premise).ToHaveValueAsync(new string('a', StoryLimits.Premise - 1) + "b");
        await Appearance.CheckAsync(page, "field-full-wide-light");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.PressAsync("b");
        await Expect(notice).ToBeHiddenAsync();
    }
}
