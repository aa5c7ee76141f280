using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class WriteQueueTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Write_ManyAtOnce_RunOneAfterTheOtherInOrder()
    {
        var order = new List<int>();

        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => _database.Queue.WriteAsync(db =>
        {
            order.Add(number);
            db.Settings.Add(new SettingRow { Key = $"{number}", Value = "" });
            return Task.FromResult(number);
        })));

        await using var db = _database.Read();
        Assert.Equal(400, await db.Settings.CountAsync());
        Assert.Equal(Enumerable.Range(0, 400), order);
    }

    [Fact]
    public async Task Write_Fails_TellsItsCallerAndLeavesNothing()
    {
        var failing = _database.Queue.WriteAsync<int>(async db =>
        {
            db.Settings.Add(new SettingRow { Key = "a", Value = "1" });
            await db.SaveChangesAsync();
            throw new TimeoutException("after the first half");
        });

        await Assert.ThrowsAsync<TimeoutException>(() => failing);
        await _database.Settings.SaveAsync("b", "2", default);
        Assert.Null(await _database.Settings.ReadAsync("a", default));
        Assert.Equal("2", await _database.Settings.ReadAsync("b", default));
    }

    [Theory]
    [InlineData("PRAGMA max_page_count = 1", FailureKind.DiskFull)]
    [InlineData("PRAGMA query_only = 1", FailureKind.DiskReadOnly)]
    public async Task Write_DiskGivesWay_SaysSoByNameLeavesNothingAndGoesOn(string givesWay, FailureKind kind)
    {
        await _database.Queue.WriteAsync(db => db.Database.ExecuteSqlRawAsync(givesWay));

        var refused = await Assert.ThrowsAsync<StoreException>(() => _database.Settings.SaveAsync("a", new string('x', 1_000_000), default));
        var trouble = _database.Queue.Trouble;
        await _database.Settings.SaveAsync("b", new string('y', 1_000_000), default);

        Assert.Equal(new StepFailure(kind, _database.Folder.Root), refused.Failure);
        Assert.Equal((refused.Failure, null), (trouble, _database.Queue.Trouble));
        Assert.Null(await _database.Settings.ReadAsync("a", default));
        Assert.Equal(1_000_000, (await _database.Settings.ReadAsync("b", default))!.Length);
    }

    [Fact]
    public async Task Write_FolderGoneAfterTheDiskFailed_MakesNoEmptyDatabaseInItsPlace()
    {
        await _database.Queue.WriteAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA query_only = 1"));
        await Assert.ThrowsAsync<StoreException>(() => _database.Settings.SaveAsync("a", "1", default));
        var away = $"{_database.Folder.Database}.away";
        File.Move(_database.Folder.Database, away);

        var refused = await Assert.ThrowsAsync<StoreException>(() => _database.Settings.SaveAsync("a", "1", default));
        var isThere = File.Exists(_database.Folder.Database);
        File.Move(away, _database.Folder.Database);
        await _database.Settings.SaveAsync("a", "1", default);

        Assert.Equal((FailureKind.DiskUnreachable, false), (refused.Failure.Kind, isThere));
        Assert.Equal("1", await _database.Settings.ReadAsync("a", default));
    }

    [Fact]
    public async Task Write_NobodyWritesForAMoment_BringsTheLogIntoTheDatabase()
    {
        await _database.Settings.SaveAsync("a", "1", default);
        Assert.False(FileItselfHas("a"));

        _database.Clock.Advance(WriteQueue.Pause);
        await _database.Queue.WriteAsync(_ => Task.FromResult(0));

        Assert.True(FileItselfHas("a"));
        await _database.Settings.SaveAsync("b", "1", default);
        Assert.False(FileItselfHas("b"));
    }

    // Without its log, as it would be if that were lost.
    private bool FileItselfHas(string key)
    {
        using var folder = new TempFolder();
        var copy = Path.Combine(folder.Path, "copy.db");
        File.Copy(_database.Folder.Database, copy);
        using var connection = Connections.OpenForLooking(copy);
        return connection.Ask($"SELECT 1 FROM Settings WHERE Key = '{key}'") is not null;
    }

    [Fact]
    public async Task Write_CancelledBeforeItsTurn_NeverBegins()
    {
        using var cancellation = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        var first = _database.Queue.WriteAsync(async _ =>
        {
            await gate.Task;
            return 1;
        });
        var second = _database.Settings.SaveAsync("a", "1", cancellation.Token);

        await cancellation.CancelAsync();
        gate.SetResult();

        await first;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.Null(await _database.Settings.ReadAsync("a", default));
    }

    [Fact]
    public async Task Write_CallerCancelsAfterItBegan_IsStoredAsAWhole()
    {
        using var cancellation = new CancellationTokenSource();
        var write = _database.Queue.WriteAsync(
            async db =>
            {
                await cancellation.CancelAsync();
                db.Settings.Add(new SettingRow { Key = "a", Value = "1" });
                return true;
            },
            cancellation.Token);

        Assert.True(await write);
        Assert.Equal("1", await _database.Settings.ReadAsync("a", default));
    }

    [Fact]
    public async Task Dispose_WritesAreWaiting_StoresThemFirstAndTakesNoMore()
    {
        using var folder = new TempFolder();
        var database = TestDatabase.At(folder.Path);
        await database.StartAsync();
        var writes = database.Queue;
        var waiting = Enumerable.Range(0, 20).Select(number => database.Settings.SaveAsync($"{number}", "kept", default)).ToList();

        await database.DisposeAsync();

        await Task.WhenAll(waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => writes.WriteAsync(_ => Task.FromResult(0)));
        await using var again = TestDatabase.At(folder.Path);
        await again.StartAsync();
        Assert.Equal("kept", await again.Settings.ReadAsync("19", default));
    }

    [Fact]
    public async Task Read_TriesToWrite_IsRefusedBySqlite()
    {
        await using var db = _database.Read();

        var refused = await Assert.ThrowsAsync<SqliteException>(() => db.Settings.ExecuteDeleteAsync());

        Assert.Equal(8, refused.SqliteErrorCode);
    }

    [Theory]
    [InlineData("journal_mode", "wal")]
    [InlineData("synchronous", "2")]
    [InlineData("foreign_keys", "1")]
    public async Task Write_Connection_IsDurableAndChecksKeys(string pragma, string expected)
    {
        var value = await _database.Queue.WriteAsync(db => AskAsync(db.Database.GetDbConnection(), pragma));

        Assert.Equal(expected, value);
    }

    private static async Task<string?> AskAsync(System.Data.Common.DbConnection connection, string pragma)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST({pragma} AS TEXT) FROM pragma_{pragma}";

        return await command.ExecuteScalarAsync() as string;
    }
}
