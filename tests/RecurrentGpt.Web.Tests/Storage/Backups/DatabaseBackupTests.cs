using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage.Backups;

public sealed class DatabaseBackupTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private DatabaseBackup Backup => _database.Services.GetRequiredService<DatabaseBackup>();

    private BackupShelf Shelf => _database.Services.GetRequiredService<BackupShelf>();

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Make_AWriteHasNotEnded_CopiesWhatIsCommittedWithoutWaiting()
    {
        await _database.Settings.SaveAsync("a", "committed", default);
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var writing = _database.Writes.WriteAsync(async db =>
        {
            db.Settings.Add(new() { Key = "b", Value = "not yet" });
            await db.SaveChangesAsync();
            begun.SetResult();
            await gate.Task;
            return true;
        });
        await begun.Task;

        var copy = Backup.Make(BackupReason.Hand);

        gate.SetResult();
        await writing;
        Assert.Equal(["a=committed"], SettingsOf(Shelf.Find(copy!.Name)!));
        Assert.True(Shelf.Look(copy).CanBeRestored);
    }

    [Fact]
    public async Task Make_TwiceInASecond_KeepsBothForTheOwnerOnly()
    {
        var first = Backup.Make(BackupReason.Hand);
        await _database.Settings.SaveAsync("a", "1", default);

        var second = Backup.Make(BackupReason.Hand);

        Assert.Equal([second!.Name, first!.Name], Shelf.List().Select(copy => copy.Name));
        Assert.Empty(SettingsOf(Shelf.Find(first.Name)!));
        Assert.Equal(2, Directory.GetFiles(_database.Folder.Backups).Length);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Shelf.Find(second.Name)!));
        }
    }

    [Fact]
    public async Task Make_ScheduledAndNothingHasChanged_MakesNone()
    {
        await _database.Settings.SaveAsync("a", "1", default);
        Backup.Make(BackupReason.Scheduled);
        _database.Clock.Advance(TimeSpan.FromDays(1));
        await _database.Settings.SaveAsync("missing", null, default);

        Assert.Null(Backup.Make(BackupReason.Scheduled));
        await _database.Settings.SaveAsync("a", "2", default);

        Assert.NotNull(Backup.Make(BackupReason.Scheduled));
        Assert.Equal(2, Shelf.List().Count);
    }

    [Fact]
    public void Make_FolderIsGone_SaysSoAndLeavesNothing()
    {
        Directory.Delete(_database.Folder.Backups);

        var failure = Assert.Throws<BackupException>(() => Backup.Make(BackupReason.Hand));

        Assert.Contains(_database.Folder.Backups, failure.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_database.Folder.Backups));
    }

    [Fact]
    public async Task Keeper_OldCopies_GoOnceANewOneIsSound()
    {
        var keeper = _database.Services.GetRequiredService<BackupKeeper>();
        for (var day = 0; day < 30; day++)
        {
            _database.Clock.Advance(TimeSpan.FromDays(1));
            Assert.NotNull(await keeper.TakeAsync(BackupReason.Hand, default));
        }

        Assert.Equal(new BackupState(BackupWork.None), keeper.State);
        Assert.Equal(11, Shelf.List().Count);
    }

    [Fact]
    public async Task Keeper_ManyWithinASecond_TheOneJustMadeStays()
    {
        var keeper = _database.Services.GetRequiredService<BackupKeeper>();
        for (var made = 0; made < 25; made++)
        {
            var copy = await keeper.TakeAsync(BackupReason.Hand, default);

            Assert.Equal(copy, Shelf.List()[0]);
        }

        Assert.Equal(10, Shelf.List().Count);
    }

    [Fact]
    public async Task Keeper_ClockWasSetBack_TheOneJustMadeStays()
    {
        for (var day = 1; day <= 12; day++)
        {
            await File.WriteAllTextAsync(Path.Combine(_database.Folder.Backups, BackupCopy.NameOf(_database.Clock.GetUtcNow().AddDays(day), BackupReason.Hand, 1)), "");
        }

        var copy = await _database.Services.GetRequiredService<BackupKeeper>().TakeAsync(BackupReason.Hand, default);

        Assert.NotNull(Shelf.Find(copy!.Name));
    }

    private static List<string> SettingsOf(string file)
    {
        using var connection = Connections.OpenForLooking(file);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT Key || '=' || Value FROM Settings ORDER BY Key";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }
}
