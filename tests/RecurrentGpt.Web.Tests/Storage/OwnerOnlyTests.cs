using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

/// <summary>What others on the machine may do with what the program keeps: nothing.</summary>
public sealed class OwnerOnlyTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly TempFolder _temp = new();

    private string Data => Path.Combine(_temp.Path, "data");

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Open_NewFolder_NobodyElseMayReadAnythingInIt()
    {
        await using var database = await FilledAsync();

        Assert.Empty(OpenToOthers().Select(path => Path.GetRelativePath(Data, path)).Except(["desk.lock", "desk.holder"]));
        Assert.Contains(All(), path => Path.GetFileName(path).StartsWith("key-", StringComparison.Ordinal));
        Assert.Contains(All(), path => path.EndsWith("writing.db-wal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Open_FolderThatWasWider_TakesTheOthersRightsAwayAndNothingElse()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string secret;
        await using (var first = await FilledAsync())
        {
            secret = Protector(first).Protect("sk-test");
        }

        foreach (var path in All())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);
        }

        await using var second = TestDatabase.At(Data);
        await second.StartAsync();

        string[] mended = [second.Folder.Keys, second.Folder.Backups, .. Directory.GetFiles(second.Folder.Keys), .. Directory.GetFiles(second.Folder.Backups), second.Folder.Database];
        Assert.Empty(mended.Intersect(OpenToOthers()));
        Assert.Contains(Data, OpenToOthers());
        Assert.Equal("sk-test", Protector(second).Unprotect(secret));
        Assert.Single(await second.Library.ListAsync());
    }

    [Fact]
    public void MendFolder_NotThere_IsNothingToDo() => Assert.Empty(OwnerOnly.MendFolder(Path.Combine(_temp.Path, "nowhere")));

    [Fact]
    public void MendFiles_NotThereAnyMore_IsNothingToDo() => Assert.Empty(OwnerOnly.MendFiles([Path.Combine(_temp.Path, "nowhere")]));

    private async Task<TestDatabase> FilledAsync()
    {
        var database = TestDatabase.At(Data);
        await database.StartAsync();
        await database.AddStoryAsync();
        Protector(database).Protect("sk-test");
        database.Services.GetRequiredService<DatabaseBackup>().Make(BackupReason.Hand);
        return database;
    }

    private List<string> OpenToOthers()
    {
        var open = new List<string>();
        foreach (var path in OperatingSystem.IsWindows() ? [] : All())
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != UnixFileMode.None)
            {
                open.Add(path);
            }
        }

        return open;
    }

    private IReadOnlyList<string> All() => [.. Directory.EnumerateFileSystemEntries(Data, "*", SearchOption.AllDirectories), Data];

    private static IDataProtector Protector(TestDatabase database) => database.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
