using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class SqliteLibraryTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.db");

    [Fact]
    public async Task Open_FileDatabase_HasSearchAndSavepoints()
    {
        var options = new DbContextOptionsBuilder<DbContext>().UseSqlite($"Data Source={_file};Pooling=False").Options;
        await using var context = new DbContext(options);
        await context.Database.OpenConnectionAsync();

        var version = await context.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync();
        await context.Database.ExecuteSqlAsync($"CREATE VIRTUAL TABLE words USING fts5(body)");
        await context.Database.ExecuteSqlAsync($"INSERT INTO words VALUES ('the glass orchard')");
        var found = await context.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM words WHERE words MATCH 'orchard'").SingleAsync();

        // 3.35 is the oldest that knows RETURNING, which EF Core writes for every insert.
        Assert.True(Version.Parse(version) >= new Version(3, 35), version);
        Assert.Equal(1, found);
    }

    [Fact]
    public async Task Open_SystemHasALibrary_NeverUsesAnOlderOne()
    {
        await using var context = new DbContext(new DbContextOptionsBuilder<DbContext>().UseSqlite("Data Source=:memory:").Options);

        var version = await context.Database.SqlQuery<string>($"SELECT sqlite_version() AS Value").SingleAsync();

        Assert.True(Version.Parse(version) >= SystemVersion(), version);
    }

    private static Version SystemVersion()
    {
        if (!NativeLibrary.TryLoad("libsqlite3.so.0", out var library))
        {
            return new Version(0, 0);
        }

        var ask = Marshal.GetDelegateForFunctionPointer<LibraryVersion>(NativeLibrary.GetExport(library, "sqlite3_libversion"));
        return Version.Parse(Marshal.PtrToStringUTF8(ask())!);
    }

    private delegate nint LibraryVersion();

    public void Dispose() => File.Delete(_file);
}
