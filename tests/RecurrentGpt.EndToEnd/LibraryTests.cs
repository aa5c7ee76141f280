using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

public sealed class LibraryTests(AppFixture app) : IClassFixture<AppFixture>
{
    [Fact]
    public async Task Library_InARealBrowser_IsInteractive()
    {
        var page = await app.OpenAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Your stories" })).ToBeVisibleAsync();
        var dark = page.GetByRole(AriaRole.Button, new() { Name = "Dark theme" });

        await dark.ClickAsync();

        await Expect(dark).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.CloseAsync();
    }

    [Fact]
    public async Task Library_HasNoAccessibilityViolations()
    {
        var page = await app.OpenAsync("/");
        await Expect(page).ToHaveTitleAsync("Your stories");

        var result = await page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}"));
        await page.CloseAsync();
    }
}
