using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage.Backups;

public sealed class DatabaseRestoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    private DatabaseBackup Backup => _database.Services.GetRequiredService<DatabaseBackup>();

    private BackupKeeper Keeper => _database.Services.GetRequiredService<BackupKeeper>();

    private BackupShelf Shelf => _database.Services.GetRequiredService<BackupShelf>();

    private RestoreNotices Notices => _database.Services.GetRequiredService<RestoreNotices>();

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Restore_WhileReadersLook_BringsBackTheCopy_AndCanBeUndone()
    {
        await _database.AddStoryAsync("first");
        var copy = Backup.Make(BackupReason.Hand)!;
        await _database.AddStoryAsync("second");
        await using var reader = _database.Read();
        await using var snapshot = await reader.Database.BeginSnapshotAsync(default);
        Assert.Equal(2, await reader.Stories.CountAsync());

        var notice = await Keeper.RestoreAsync(copy.Name, default);

        Assert.Equal(["first"], await TitlesAsync());
        Assert.Equal(2, await reader.Stories.CountAsync());
        Assert.Equal(notice, Notices.Current);
        await _database.AddStoryAsync("third");
        await Keeper.RestoreAsync(notice!.Kept!, default);
        Assert.Equal(["first", "second"], await TitlesAsync());
        Assert.Equal([BackupReason.Restore, BackupReason.Restore, BackupReason.Hand], Shelf.List().OrderByDescending(kept => kept.Reason == BackupReason.Restore).Select(kept => kept.Reason));
    }

    [Fact]
    public async Task Restore_WritesWaitForTheirTurn_AreRefusedAndNotStoredInWhatIsRestored()
    {
        await _database.Settings.SaveAsync("a", "old", default);
        var copy = Backup.Make(BackupReason.Hand)!;
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = _database.Queue.WriteAsync(async _ =>
        {
            begun.SetResult();
            await gate.Task;
            return true;
        });
        await begun.Task;
        var replacing = _database.Queue.ReplaceAsync(connection =>
        {
            using var from = DatabaseCopy.OpenAlone(Shelf.Find(copy.Name)!);
            from.BackupDatabase(connection);
            return true;
        });
        var late = _database.Settings.SaveAsync("a", "typed before", default);

        gate.SetResult();

        await first;
        await replacing;
        await Assert.ThrowsAsync<DatabaseReplacedException>(() => late);
        Assert.Equal("old", await _database.Settings.ReadAsync("a", default));
        await _database.Settings.SaveAsync("a", "typed after", default);
        Assert.Equal("typed after", await _database.Settings.ReadAsync("a", default));
    }

    [Fact]
    public async Task Restore_CopyOfTheFirstSchemaWithARunLeftRunning_HasTheNewestSchemaAndTheRunInterrupted()
    {
        var story = await _database.AddStoryAsync("old");
        var head = (await _database.AddOpeningAsync(story.Id))[^1];
        var runId = Guid.CreateVersion7();
        await _database.Store.ClaimAsync(runId, new RunRequest(story.Id, RunKind.NewPlans) { ParentId = head.Id }, default);
        var copy = Backup.Make(BackupReason.Hand)!;
        await _database.Store.EndAsync(runId, new RunEnd(RunState.Stopped, null, ""), default);
        await using (var connection = Connections.OpenForWriting(Shelf.Find(copy.Name)!))
        await using (var db = new WritingDb(Connections.Options(connection, NullLoggerFactory.Instance)))
        {
            await db.GetService<IMigrator>().MigrateAsync("MemoryYouCanTrust");
        }

        Assert.NotNull(await Keeper.RestoreAsync(copy.Name, default));

        await using var read = _database.Read();
        Assert.Equal(RunState.Interrupted, (await read.Runs.SingleAsync(run => run.Id == runId)).State);
        Assert.Equal(3, (await _database.Drafts.ReadAsync(story.Id))!.Paragraphs.Count);
        Assert.NotNull(await _database.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(story.Id, RunKind.NewPlans) { ParentId = head.Id }, default));
    }

    [Theory]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_AddDreams', '99.0')", BackupProblem.Newer)]
    [InlineData("DROP TABLE __EFMigrationsHistory", BackupProblem.Damaged)]
    [InlineData(null, BackupProblem.Damaged)]
    public async Task Restore_CopyThatCannotBeUsed_IsRefusedAndNothingChanges(string? change, BackupProblem expected)
    {
        await _database.AddStoryAsync("stays");
        var copy = Backup.Make(BackupReason.Hand)!;
        Spoil(Shelf.Find(copy.Name)!, change);

        Assert.Null(await Keeper.RestoreAsync(copy.Name, default));

        Assert.Equal((BackupWork.Restoring, expected), (Keeper.State.Failure!.Work, Keeper.State.Failure.Problem));
        Assert.Equal(["stays"], await TitlesAsync());
        Assert.Single(Directory.GetFiles(_database.Folder.Backups));
        Assert.Null(Notices.Current);
    }

    [Fact]
    public async Task Restore_NameThatIsNone_IsRefused()
    {
        Assert.Null(await Keeper.RestoreAsync("../writing.db", default));

        Assert.Equal(BackupProblem.Gone, Keeper.State.Failure!.Problem);
    }

    /// <summary>All of it is one transaction at the end of the log, so that a program killed in its middle leaves the log as it had come so far: the old state, until all of it is there.</summary>
    [Fact]
    public async Task Restore_KilledInItsMiddle_LeavesTheOldState()
    {
        using var crash = new TempFolder();
        var (file, log) = (Path.Combine(crash.Path, "writing.db"), Path.Combine(crash.Path, "writing.db-wal"));
        await _database.AddStoryAsync("old");
        var copy = Backup.Make(BackupReason.Hand)!;
        await _database.AddOpeningAsync((await _database.AddStoryAsync("new")).Id);
        File.Copy(_database.Folder.Database, file);
        var before = new FileInfo($"{_database.Folder.Database}-wal").Length;
        await Keeper.RestoreAsync(copy.Name, default);
        var whole = await ReadAsync($"{_database.Folder.Database}-wal");

        for (var end = before; end < whole.Length; end += 2_060)
        {
            await File.WriteAllBytesAsync(log, whole[..(int)end]);
            Assert.Equal(2L, CountStories(file));
        }

        await File.WriteAllBytesAsync(log, whole);
        Assert.True(whole.Length > before + 50_000);
        Assert.Equal(1L, CountStories(file));
    }

    private static object? CountStories(string file)
    {
        using var opened = Connections.OpenForLooking(file);
        Assert.Equal("ok", opened.Ask("PRAGMA integrity_check"));
        return opened.Ask("SELECT count(*) FROM Stories");
    }

    private static async Task<byte[]> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private static void Spoil(string file, string? change)
    {
        if (change is null)
        {
            File.WriteAllText(file, "nothing");
            return;
        }

        using var connection = DatabaseCopy.OpenAlone(file);
        connection.Ask(change);
    }

    private async Task<IEnumerable<string>> TitlesAsync() => (await _database.Library.ListAsync()).Select(story => story.Title).Order();
}
