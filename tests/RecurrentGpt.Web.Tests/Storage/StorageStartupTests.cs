using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class StorageStartupTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private string Data => Path.Combine(_temp.Path, "data");

    private string File => Path.Combine(Data, "writing.db");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Open_EmptyFolder_MakesItForTheOwnerOnly()
    {
        await using var database = TestDatabase.At(Data);

        await database.StartAsync();

        Assert.Empty(await database.Library.ListAsync());
        Assert.Empty(Directory.GetFiles(database.Folder.Backups));
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            foreach (var folder in (string[])[Data, database.Folder.Keys, database.Folder.Backups])
            {
                Assert.Equal(ownerOnly, System.IO.File.GetUnixFileMode(folder));
            }
        }
    }

    [Fact]
    public async Task Open_FolderIsInUse_IsRefusedAndNamesTheHolder()
    {
        await using var first = TestDatabase.At(Data);
        await first.StartAsync();
        await using var second = TestDatabase.At(Data);

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(second.StartAsync);

        Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(Data, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_FolderIsInUseAndItsHolderIsJustWritingItsName_IsRefusedAllTheSame()
    {
        await using var first = TestDatabase.At(Data);
        await first.StartAsync();
        await using var writing = new FileStream(first.Folder.Holder, FileMode.Create, FileAccess.Write, FileShare.None);
        await using var second = TestDatabase.At(Data);

        var refused = await Assert.ThrowsAsync<DataFolderInUseException>(second.StartAsync);

        Assert.Contains("in use by another RecurrentGPT Web. ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AfterTheFirstEnded_FindsEverything()
    {
        var first = TestDatabase.At(Data);
        await first.StartAsync();
        var story = await first.AddStoryAsync();
        await first.AddOpeningAsync(story.Id);
        await first.DisposeAsync();

        await using var second = TestDatabase.At(Data);
        await second.StartAsync();

        Assert.Equal(3, (await second.Drafts.ReadAsync(story.Id))!.Paragraphs.Count);
        Assert.Empty(Directory.GetFiles(second.Folder.Backups));
    }

    [Fact]
    public async Task Open_RunWasLeftRunning_InterruptsItAndOffersItsProse()
    {
        var runId = Guid.CreateVersion7();
        var first = TestDatabase.At(Data);
        await first.StartAsync();
        var story = await first.AddStoryAsync();
        await first.Store.ClaimAsync(runId, new RunRequest(story.Id, RunKind.Opening), default);
        await first.Store.KeepPartialAsync(runId, "The lamp was", default);
        await first.DisposeAsync();

        await using var second = TestDatabase.At(Data);
        await second.StartAsync();

        var leftover = (await second.Drafts.ReadAsync(story.Id))!.Leftover!;
        Assert.Equal((runId, RunState.Interrupted, "The lamp was"), (leftover.Id, leftover.State, leftover.Partial));
        Assert.NotNull(await second.Store.ClaimAsync(Guid.CreateVersion7(), new RunRequest(story.Id, RunKind.Opening), default));
    }

    [Fact]
    public async Task Open_RunWasKeepingByHand_OffersTheParagraphWithAllThatHadArrived()
    {
        var runId = Guid.CreateVersion7();
        var first = TestDatabase.At(Data);
        await first.StartAsync();
        var story = await first.AddStoryAsync();
        var head = (await first.AddOpeningAsync(story.Id))[^1];
        var arrived = new Dictionary<Section, string> { [Section.Memory] = "The lamp burns." };
        await first.Store.ClaimAsync(runId, new RunRequest(story.Id, RunKind.KeepByHand) { ParentId = head.Id, Plan = Written.Step().Plan, Text = "She rowed out.", Arrived = arrived }, default);
        await first.DisposeAsync();

        await using var second = TestDatabase.At(Data);
        await second.StartAsync();

        var leftover = (await second.Drafts.ReadAsync(story.Id))!.Leftover!;
        Assert.Equal((runId, "She rowed out.", "The lamp burns."), (leftover.Id, leftover.Prose, leftover.Arrived[Section.Memory]));
    }

    [Fact]
    public async Task Open_SchemaIsOlder_BacksUpWhatWasThereAndMigrates()
    {
        Execute("CREATE TABLE Notes (Text TEXT); INSERT INTO Notes VALUES ('kept')");
        await using var database = TestDatabase.At(Data);

        await database.StartAsync();

        var backup = Assert.Single(Directory.GetFiles(database.Folder.Backups));
        Assert.Equal("kept", Ask(backup, "SELECT Text FROM Notes"));
        Assert.Equal("ok", Ask(backup, "PRAGMA integrity_check"));
        Assert.Equal("delete", Ask(backup, "PRAGMA journal_mode"));
        Assert.Empty(await database.Library.ListAsync());
    }

    [Fact]
    public async Task Open_KilledInAMigration_ClearsTheLockItLeft()
    {
        Execute("CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT); INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01')");
        await using var database = TestDatabase.At(Data);

        await database.StartAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(await database.Library.ListAsync());
    }

    [Fact]
    public async Task Open_DatabaseOfANewerVersion_IsRefusedAndUnchanged()
    {
        var first = TestDatabase.At(Data);
        await first.StartAsync();
        await first.DisposeAsync();
        Execute("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_AddDreams', '99.0')");
        await using var second = TestDatabase.At(Data);

        var refused = await Assert.ThrowsAsync<NewerDatabaseException>(second.StartAsync);

        Assert.Contains("AddDreams", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(second.Folder.Backups));
    }

    [Fact]
    public async Task Open_FileIsNoDatabase_SaysSoAndLeavesIt()
    {
        Directory.CreateDirectory(Data);
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000));
        await using var database = TestDatabase.At(Data);

        var refused = await Assert.ThrowsAsync<StorageException>(database.StartAsync);

        Assert.Contains(File, refused.Message, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(File).Length);
    }

    [Fact]
    public async Task Open_PathIsAFile_NamesTheSetting()
    {
        await System.IO.File.WriteAllTextAsync(Data, "");
        await using var database = TestDatabase.At(Data);

        var refused = await Assert.ThrowsAsync<StorageException>(database.StartAsync);

        Assert.Contains("Storage:Path", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_AndMigrations_DoNotDiffer()
    {
        await using var database = TestDatabase.At(Data);
        await using var db = database.Read();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    private void Execute(string sql)
    {
        Directory.CreateDirectory(Data);
        Ask(File, sql);
    }

    private static string? Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return command.ExecuteScalar() as string;
    }
}
