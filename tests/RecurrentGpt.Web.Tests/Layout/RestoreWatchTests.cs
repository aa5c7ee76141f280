using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Layout;

public sealed class RestoreWatchTests : BunitContext, IAsyncLifetime, ITypedText
{
    private TestDatabase _database = null!;
    private bool _isForgotten;

    private RestoreNotices Notices => _database.Services.GetRequiredService<RestoreNotices>();

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        Services.AddLocalization().AddBackupsOf(_database).AddSingleton<ITypedText>(this);
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    Task ITypedText.StoreAsync() => throw new NotSupportedException("Nothing is to be stored here.");

    void ITypedText.Forget() => _isForgotten = true;

    [Fact]
    public async Task Restore_PageIsOpen_LetsGoOfWhatWasTypedAndOpensAnew()
    {
        await _database.AddStoryAsync();
        var copy = _database.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand)!;
        var page = Render<RestoreWatch>(parameters => parameters.AddChildContent("<p>the desk</p>"));
        Assert.Contains("the desk", page.Markup, StringComparison.Ordinal);

        await _database.Services.GetRequiredService<BackupKeeper>().RestoreAsync(copy.Name, default);

        Assert.True(_isForgotten);
        page.WaitForAssertion(() => Assert.NotNull(page.Find("reload-page")));
        Assert.DoesNotContain("the desk", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_AfterARestore_StaysUntilItIsDismissed()
    {
        var copy = _database.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand)!;
        Assert.Equal("", Render<RestoredNote>().Markup.Trim());
        await _database.Services.GetRequiredService<BackupKeeper>().RestoreAsync(copy.Name, default);

        var note = Render<RestoredNote>();

        Assert.Contains($"Stories and settings are as they were on {LocalTime.Of(_database.Clock.GetUtcNow(), _database.Clock)}", note.Markup, StringComparison.Ordinal);
        await note.FindAll("button").Single(button => button.TextContent == "Understood").ClickAsync(new());
        Assert.Equal("", note.Markup.Trim());
        Assert.Null(Notices.Current);
    }

    [Fact]
    public void Note_DatabaseWasDamaged_NamesWhereItIsKept()
    {
        Notices.Put(new RestoreNotice("writing-20261120-080000-scheduled.db", new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), _database.Clock.GetUtcNow()) { Damaged = "/data/damaged" });

        var note = Render<RestoredNote>();

        Assert.Contains("was damaged when the program started", note.Markup, StringComparison.Ordinal);
        Assert.Contains("20 November 2026", note.Markup, StringComparison.Ordinal);
        Assert.Contains("/data/damaged", note.Markup, StringComparison.Ordinal);
    }
}
