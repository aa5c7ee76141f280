using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Settings;
using RecurrentGpt.Web.Features.Settings.Backups;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Settings.Backups;

public sealed class BackupsSectionTests : BunitContext, IAsyncLifetime
{
    private TestDatabase _database = null!;

    private BackupShelf Shelf => _database.Services.GetRequiredService<BackupShelf>();

    private DatabaseBackup Backup => _database.Services.GetRequiredService<DatabaseBackup>();

    private BackupKeeper Keeper => _database.Services.GetRequiredService<BackupKeeper>();

    public async Task InitializeAsync()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        _database = await TestDatabase.OpenAsync();
        Services.AddLocalization().AddSettings().AddBackupsOf(_database);
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Render_NoBackupYet_SaysWhenTheyAreTaken()
    {
        var section = Open();

        Assert.Contains("No backup has been taken yet.", section.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Contains("every day", section.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Empty(section.FindAll("li"));
    }

    [Fact]
    public async Task BackUpNow_Pressed_ListsWhatWasTaken()
    {
        await _database.AddStoryAsync();
        var section = Open();

        await Button(section, "Back up now").ClickAsync(new());

        section.WaitForAssertion(() => Assert.Contains("by hand", section.Find("li").TextContent, StringComparison.Ordinal));
        Assert.Contains("1 story", section.Find("li").TextContent, StringComparison.Ordinal);
        Assert.Contains("Backed up and checked.", section.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.StartsWith($"Last backup: {LocalTime.Of(_database.Clock.GetUtcNow(), _database.Clock)}.", section.Find(".lead").TextContent, StringComparison.Ordinal);
        Assert.Equal($"/backups/{Shelf.List().Single().Name}", section.Find("a[download]").GetAttribute("href"));
    }

    [Fact]
    public async Task Restore_Pressed_AsksFirst()
    {
        await _database.AddStoryAsync("first");
        Backup.Make(BackupReason.Hand);
        await _database.AddStoryAsync("second");
        var section = Open();

        await Button(section, "Restore").ClickAsync(new());
        Assert.Contains("What stands now is backed up first", section.Find(".question").TextContent, StringComparison.Ordinal);
        await Button(section, "Leave everything as it is").ClickAsync(new());
        Assert.Empty(section.FindAll(".question"));
        Assert.Equal(2, (await _database.Library.ListAsync()).Count);

        await Button(section, "Restore").ClickAsync(new());
        await Button(section, "Restore this backup").ClickAsync(new());
        await section.WaitForAssertionAsync(() => Assert.Equal(2, section.FindAll("li").Count));
        Assert.Equal("first", Assert.Single(await _database.Library.ListAsync()).Title);
    }

    [Fact]
    public async Task Restore_CopyIsDamaged_SaysSoAndChangesNothing()
    {
        await _database.AddStoryAsync();
        var file = Shelf.Find(Backup.Make(BackupReason.Hand)!.Name)!;
        var section = Open();
        await File.WriteAllTextAsync(file, "nothing");

        await Button(section, "Restore").ClickAsync(new());
        await Button(section, "Restore this backup").ClickAsync(new());

        section.WaitForAssertion(() => Assert.Contains("everything is as it was", section.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Single(await _database.Library.ListAsync());
    }

    [Fact]
    public async Task BackUpNow_FolderIsGone_SaysThatTheLastTryMadeNone()
    {
        var section = Open();
        Directory.Delete(_database.Folder.Backups);

        await Button(section, "Back up now").ClickAsync(new());

        section.WaitForAssertion(() => Assert.Contains("made no backup", section.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("", section.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task Render_WhileOneIsTaken_SaysSoAndWaits()
    {
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        Backup.Make(BackupReason.Hand);
        var section = Open();
        var writing = _database.Writes.WriteAsync(async _ =>
        {
            begun.SetResult();
            await gate.Task;
            return true;
        });
        await begun.Task;

        // It waits for its turn behind the write.
        var restoring = Keeper.RestoreAsync(Shelf.List()[0].Name, default);
        section.WaitForAssertion(() => Assert.Equal("Restoring…", section.Find("[role=status]").TextContent));
        Assert.True(Button(section, "Back up now").HasAttribute("disabled"));
        Assert.True(Button(section, "Restore").HasAttribute("disabled"));

        gate.SetResult();
        await writing;
        await restoring;
        section.WaitForAssertion(() => Assert.Equal(2, section.FindAll("li").Count));
        Assert.False(Button(section, "Back up now").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Render_ManyBackups_ShowsTheNewestAndThenAll()
    {
        for (var taken = 0; taken < 7; taken++)
        {
            Backup.Make(BackupReason.Hand);
        }

        var section = Open();
        Assert.Equal(5, section.FindAll("li").Count);
        await Button(section, "Show all 7").ClickAsync(new());

        Assert.Equal(7, section.FindAll("li").Count);
    }

    private IRenderedComponent<BackupsSection> Open()
    {
        var section = Render<BackupsSection>();
        section.WaitForAssertion(() => Assert.DoesNotContain("Looking for backups", section.Markup, StringComparison.Ordinal));
        return section;
    }

    private static IElement Button(IRenderedComponent<BackupsSection> section, string name) => section.FindAll("button").First(button => button.TextContent.Trim() == name);
}
