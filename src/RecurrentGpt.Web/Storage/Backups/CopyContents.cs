using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>What a copy holds, and whether it can be restored.</summary>
/// <param name="Fault">What is wrong with it; null when it is sound.</param>
/// <param name="IsNewer">Whether a newer version of the program has written it.</param>
internal sealed record CopyContents(string? Fault, bool IsNewer)
{
    private static readonly Lazy<HashSet<string>> Known = new(() =>
    {
        using var db = new WritingDb(new DbContextOptionsBuilder<WritingDb>().UseSqlite().Options);
        return [.. db.Database.GetMigrations()];
    });

    public bool CanBeRestored => Fault is null && !IsNewer;

    /// <summary>Reads a copy, and checks the whole of it.</summary>
    public static CopyContents Of(string file)
    {
        try
        {
            using var connection = Connections.OpenForLooking(file);
            if (connection.Ask("PRAGMA integrity_check(1)") is var answer && answer as string != "ok")
            {
                return new CopyContents($"{answer}", IsNewer: false);
            }

            return Read(connection);
        }
        catch (SqliteException failure)
        {
            return new CopyContents(failure.Message, IsNewer: false);
        }
    }

    /// <summary>How many stories are on its shelf; null when it cannot be read.</summary>
    public static int? CountStories(string file)
    {
        try
        {
            using var connection = Connections.OpenForLooking(file);
            return (int)(long)connection.Ask("SELECT count(*) FROM Stories WHERE DeletedAt IS NULL")!;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    private static CopyContents Read(SqliteConnection connection)
    {
        if (!HasTable(connection, "Stories") || !HasTable(connection, "__EFMigrationsHistory"))
        {
            return new CopyContents("it holds no stories of RecurrentGPT Web", IsNewer: false);
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT MigrationId FROM __EFMigrationsHistory";
        using var reader = command.ExecuteReader();
        var isNewer = false;
        while (reader.Read())
        {
            isNewer |= !Known.Value.Contains(reader.GetString(0));
        }

        return new CopyContents(null, isNewer);
    }

    private static bool HasTable(SqliteConnection connection, string name) =>
        connection.Ask($"SELECT EXISTS (SELECT 1 FROM sqlite_master WHERE name = '{name}')") is 1L;
}
