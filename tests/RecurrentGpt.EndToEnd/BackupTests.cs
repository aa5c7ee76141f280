using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A backup by hand, on the Settings page: taken, restored under the eyes of a desk in another tab, and the restore undone.</summary>
public sealed class BackupTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task ABackup_IsRestored_AndEveryPageComesBackToIt()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        var settings = await world.OpenAsync("/settings");
        var backups = settings.GetByRole(AriaRole.Region, new() { Name = "Backups" });
        await Expect(backups).ToContainTextAsync("No backup has been taken yet.");
        await backups.GetByRole(AriaRole.Button, new() { Name = "Back up now" }).ClickAsync();
        await Expect(backups.GetByText("Backed up and checked.")).ToBeVisibleAsync();

        await desk.Write(1).ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);

        await AskAsync(backups, "");
        await backups.ScrollIntoViewIfNeededAsync();
        await Appearance.CheckAsync(settings, "settings-backups-question-wide-light");
        await backups.GetByRole(AriaRole.Button, new() { Name = "Restore this backup" }).ClickAsync();

        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await Expect(Note(desk.Page)).ToContainTextAsync("Stories and settings are as they were");
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await Appearance.CheckAsync(desk.Page, "desk-restored-wide-light");
        await Expect(Note(settings)).ToBeVisibleAsync();
        await settings.Locator("main[data-interactive]").WaitForAsync();
        await Expect(backups.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(backups).ToContainTextAsync("before a restore");
        await Appearance.CheckAsync(settings, "settings-restored-wide-light");
        await settings.SetViewportSizeAsync(390, 844);
        await backups.ScrollIntoViewIfNeededAsync();
        await Appearance.CheckAsync(settings, "settings-backups-phone-light");

        await UndoAsync(backups);

        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await Note(desk.Page).GetByRole(AriaRole.Button, new() { Name = "Understood" }).ClickAsync();
        await Expect(Note(desk.Page)).ToHaveCountAsync(0);
    }

    private static ILocator Note(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "A backup was restored" });

    private static Task AskAsync(ILocator backups, string which) =>
        backups.GetByRole(AriaRole.Listitem).Filter(new() { HasText = which }).GetByRole(AriaRole.Button, new() { Name = "Restore the backup of" }).ClickAsync();

    private static async Task UndoAsync(ILocator backups)
    {
        await AskAsync(backups, "before a restore");
        await backups.GetByRole(AriaRole.Button, new() { Name = "Restore this backup" }).ClickAsync();
    }
}
