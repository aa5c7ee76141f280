using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A story that begins with the author's own words.</summary>
public sealed class OwnOpeningTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task AnOwnOpening_StandsAsItIsAndGetsMemoryAndPlans()
    {
        const string Own = "It rained for a week.\n\nThe post came late, and wet.";
        await using var world = await World.StartAsync(browser);
        var page = await world.OpenAsync("/new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start from my own text" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Your opening" }).FillAsync(Own);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use my opening" }).ClickAsync();

        var desk = new DeskScreen(page);
        await WritingTests.WrittenAsync(desk, 2);

        await Expect(desk.Paragraph(2)).ToContainTextAsync("The post came late, and wet.");
        Assert.True(Marks.TryRead(world.Model.ChatRequests[0].User, PartNames.OwnOpening, out var sent));
        Assert.Equal(Own, sent);
        await Expect(desk.Memory).Not.ToHaveValueAsync("");
        await Expect(desk.Plan(3)).Not.ToHaveValueAsync("");
    }
}
