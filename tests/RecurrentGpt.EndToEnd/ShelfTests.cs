using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Stories on the shelf: a new name, deleted, and back again.</summary>
public sealed class ShelfTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task AStory_IsRenamedDeletedAndBroughtBack()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var page = await world.OpenAsync("/");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open a sample story" }).ClickAsync();
        await Expect(new DeskScreen(page).Paragraphs.First).ToBeVisibleAsync();
        await World.GoToAsync(page, "/");
        var stories = page.GetByRole(AriaRole.List, new() { Name = "Stories" }).GetByRole(AriaRole.Link);

        await page.GetByRole(AriaRole.Button, new() { Name = "Rename Short Weight" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "New title" }).FillAsync("A very long title, longer than any title should be, that goes on and on until it has to be cut somewhere on a phone");
        await page.Keyboard.PressAsync("Enter");
        await Expect(stories).ToContainTextAsync("A very long title");
        await page.SetViewportSizeAsync(390, 844);
        await Pictures.SaveAsync(page, "library-long-title-phone-light");
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));

        await page.GetByRole(AriaRole.Button, new() { Name = "Delete A very long" }).ClickAsync();
        await Expect(page.GetByText("is deleted.").First).ToBeVisibleAsync();
        await Pictures.SaveAsync(page, "library-deleted-phone-light");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(stories).ToHaveCountAsync(1);
        await stories.ClickAsync();
        await Expect(new DeskScreen(page).Paragraphs).ToHaveCountAsync(8);
        await Pictures.SaveAsync(page, "desk-long-title-phone-light");
    }
}
