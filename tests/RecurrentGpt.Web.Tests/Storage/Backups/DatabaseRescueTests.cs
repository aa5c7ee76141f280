using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage.Backups;

public sealed class DatabaseRescueTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Data => Path.Combine(_temp.Path, "data");

    private string Database => Path.Combine(Data, "writing.db");

    private string Log => Database + "-wal";

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("overwritten")]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("missing")]
    [InlineData("missing beside its log")]
    public async Task Open_DatabaseIsDamaged_PutsTheNewestBackupInItsPlaceAndSaysSo(string damage)
    {
        var backup = await WriteAndCrashAsync(withBackup: true);
        Break(damage);

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Equal("backed up", Assert.Single(await opened.Library.ListAsync()).Title);
        var notice = opened.Services.GetRequiredService<RestoreNotices>().Current;
        Assert.Equal((backup, opened.Folder.Damaged, opened.Clock.GetUtcNow()), (notice!.Copy, notice.Damaged, notice.TakenAt));
        Assert.Equal(damage is "missing" ? 0 : 1, Directory.GetFiles(opened.Folder.Damaged, damage.StartsWith("missing", StringComparison.Ordinal) ? "*.db-wal" : "*.db").Length);
    }

    [Fact]
    public async Task Open_NewestBackupIsDamagedToo_TakesTheOneBefore()
    {
        var backup = await WriteAndCrashAsync(withBackup: true);
        await File.WriteAllTextAsync(Path.Combine(Data, "backups", "writing-20990101-000000-hand.db"), "nothing");
        Break("overwritten");

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Equal(backup, opened.Services.GetRequiredService<RestoreNotices>().Current!.Copy);
    }

    [Theory]
    [InlineData("overwritten")]
    [InlineData("missing beside its log")]
    public async Task Open_DamagedWithoutABackup_IsRefusedAndMovesNothing(string damage)
    {
        await WriteAndCrashAsync(withBackup: false);
        Break(damage);
        var before = Directory.GetFiles(Data).Order().ToList();

        await using var opened = TestDatabase.At(Data);
        var refused = await Assert.ThrowsAsync<StorageException>(opened.StartAsync);

        Assert.Contains(Database, refused.Message, StringComparison.Ordinal);
        Assert.Contains("restore --backup FILE", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(Data).Where(file => !file.EndsWith("desk.lock", StringComparison.Ordinal)).Order());
        Assert.False(Directory.Exists(Path.Combine(Data, "damaged")));
    }

    /// <summary>A checkpoint has written what the log says; a log that then loses its end gives the older pages back for some, and the file's for others.</summary>
    [Fact]
    public async Task Open_LogHasLostWhatTheFileHasPartsOf_IsNotTakenForWhole()
    {
        var backup = await WriteAndCrashAsync(withBackup: true, checkpoint: true);
        File.Delete($"{Database}-shm");
        CutLog();

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Equal(backup, opened.Services.GetRequiredService<RestoreNotices>().Current?.Copy);
        Assert.Equal("backed up", Assert.Single(await opened.Library.ListAsync()).Title);
    }

    [Fact]
    public async Task Open_LogHasLostWhatTheFileHasAllOf_DoesWithoutTheLog()
    {
        await WriteAndCrashAsync(withBackup: true, checkpoint: true);
        CutLog();

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Null(opened.Services.GetRequiredService<RestoreNotices>().Current);
        Assert.Equal(2, (await opened.Library.ListAsync()).Count);
        Assert.Single(Directory.GetFiles(opened.Folder.Damaged, "*.db-wal"));
    }

    /// <summary>Killed in the middle of a checkpoint, the index of the log says how far it wanted to come; without the log nobody knows how far it came.</summary>
    [Fact]
    public async Task Open_LogIsGoneInTheMiddleOfACheckpoint_IsNotTakenForWhole()
    {
        var backup = await WriteAndCrashAsync(withBackup: true, checkpoint: true);
        using (var index = new FileStream($"{Database}-shm", FileMode.Open))
        {
            index.Position = 96;
            index.Write([0, 0, 0, 0]);
        }

        await File.WriteAllBytesAsync(Log, []);

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Equal(backup, opened.Services.GetRequiredService<RestoreNotices>().Current?.Copy);
    }

    [Fact]
    public async Task Open_LogIsGoneAfterAWholeCheckpoint_OpensWithAllThatWasCommitted()
    {
        await WriteAndCrashAsync(withBackup: true, checkpoint: true);
        await File.WriteAllBytesAsync(Log, []);

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Null(opened.Services.GetRequiredService<RestoreNotices>().Current);
        Assert.Equal(2, (await opened.Library.ListAsync()).Count);
    }

    [Fact]
    public async Task Open_LogLostItsEnd_OpensWithWhatWasCommittedBefore()
    {
        await WriteAndCrashAsync(withBackup: true);
        using (var log = new FileStream(Log, FileMode.Open))
        {
            log.SetLength(log.Length - 1);
        }

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Null(opened.Services.GetRequiredService<RestoreNotices>().Current);
        Assert.Equal("backed up", Assert.Single(await opened.Library.ListAsync()).Title);
    }

    [Fact]
    public async Task Open_KilledWhileItCopied_LeavesNothingOfIt()
    {
        await WriteAndCrashAsync(withBackup: false);
        await File.WriteAllTextAsync(Path.Combine(Data, "backups", "abc.db.unchecked"), "half");

        await using var opened = TestDatabase.At(Data);
        await opened.StartAsync();

        Assert.Empty(Directory.GetFiles(opened.Folder.Backups));
    }

    [Fact]
    public async Task Notice_Dismissed_IsGoneForGood()
    {
        await WriteAndCrashAsync(withBackup: true);
        Break("overwritten");
        await using (var opened = TestDatabase.At(Data))
        {
            await opened.StartAsync();
        }

        await using var again = TestDatabase.At(Data);
        await again.StartAsync();
        var notices = again.Services.GetRequiredService<RestoreNotices>();
        Assert.NotNull(notices.Current);
        notices.Dismiss();

        Assert.Null(notices.Current);
        Assert.False(File.Exists(again.Folder.Restored));
    }

    /// <summary>Leaves the files as a killed program does: a database, its log, and word of its holder. Returns the backup's name.</summary>
    private async Task<string> WriteAndCrashAsync(bool withBackup, bool checkpoint = false)
    {
        await using var database = TestDatabase.At(Path.Combine(_temp.Path, "running"));
        await database.StartAsync();
        await database.AddStoryAsync("backed up");
        var backup = withBackup ? database.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand)!.Name : "";
        await database.AddStoryAsync("written later");
        if (checkpoint)
        {
            await database.Queue.ReplaceAsync(connection => connection.Ask("PRAGMA wal_checkpoint(PASSIVE)"));
        }

        Directory.CreateDirectory(Path.Combine(Data, "backups"));
        foreach (var file in (string[])["writing.db", "writing.db-wal", "writing.db-shm", "desk.holder", .. withBackup ? [Path.Combine("backups", backup)] : Array.Empty<string>()])
        {
            File.Copy(Path.Combine(database.Folder.Root, file), Path.Combine(Data, file));
        }

        return backup;
    }

    private void CutLog()
    {
        using var log = new FileStream(Log, FileMode.Open);
        log.SetLength(log.Length - 4096);
    }

    private void Break(string damage)
    {
        switch (damage)
        {
            case "overwritten":
                File.Delete(Log);
                File.WriteAllText(Database, new string('x', 50_000));
                break;
            case "cut":
                File.Delete(Log);
                using (var file = new FileStream(Database, FileMode.Open))
                {
                    file.SetLength(4096 + 100);
                }

                break;
            case "empty":
                File.WriteAllBytes(Database, []);
                break;
            case "missing":
                File.Delete(Log);
                File.Delete(Database);
                break;
            case "missing beside its log":
                File.Delete(Database);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(damage), damage, null);
        }
    }
}
