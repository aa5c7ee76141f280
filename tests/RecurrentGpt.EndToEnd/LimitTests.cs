using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Too much at a time, as the person sees it.</summary>
public sealed class LimitTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task OnePageTooMany_SaysSoAndOpensWhenAnotherIsClosed()
    {
        await using var world = await World.StartAsync(browser, settings: new Dictionary<string, string> { ["Limits:OpenPages"] = "2" });
        var first = await world.OpenAsync("/");
        await world.OpenAsync("/settings");
        var third = await world.OpenAsync("/new");
        var refusal = third.GetByRole(AriaRole.Heading, new() { Name = "Too many pages are open" });
        await Expect(refusal).ToBeVisibleAsync();
        await Expect(third.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        await Appearance.CheckAsync(third, "too-many-pages-wide-light");

        await first.GotoAsync("about:blank");

        // The server hears of the closed page a moment later, and says until then that there is no room.
        await third.WaitForFunctionAsync(
            """
            () => {
              const again = [...document.querySelectorAll("button")].find((button) => button.textContent === "Try again");
              again?.click();
              return !again;
            }
            """,
            null,
            new() { PollingInterval = 200 });
        await Expect(third.GetByRole(AriaRole.Textbox, new() { Name = "Premise" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task OneRequestTooMany_SaysSoOnAPageOfItsOwn()
    {
        await using var world = await World.StartAsync(browser, settings: new Dictionary<string, string> { ["Limits:RequestsPerMinute"] = "12" });
        var page = await world.OpenAsync("/");
        IResponse? answer = null;
        for (var visits = 0; visits < 12 && answer?.Status != 429; visits++)
        {
            answer = await page.GotoAsync("/");
        }

        Assert.Equal(429, answer?.Status);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Too many requests" })).ToBeVisibleAsync();
        await Appearance.CheckAsync(page, "too-many-requests-wide-light");
    }
}
