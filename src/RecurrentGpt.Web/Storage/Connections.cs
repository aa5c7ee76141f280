using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RecurrentGpt.Web.Storage;

/// <summary>How the database is opened: by one connection that writes, and by any number that cannot.</summary>
internal static class Connections
{
    private const int TimeoutSeconds = 10;

    // Readers are read-only to SQLite itself, so that none of them ever writes or checkpoints beside the one writer.
    public static string ForReading(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = TimeoutSeconds,
    }.ConnectionString;

    /// <summary>Closes the readers that wait in the pool, so that the writer leaves last and takes the log with it.</summary>
    public static void CloseReaders(string file)
    {
        using var any = new SqliteConnection(ForReading(file));
        SqliteConnection.ClearPool(any);
    }

    public static SqliteConnection OpenForWriting(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = TimeoutSeconds,
        }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        command.ExecuteNonQuery();

        return connection;
    }

    public static DbContextOptions<WritingDb> Options(SqliteConnection connection, ILoggerFactory logging) =>
        new DbContextOptionsBuilder<WritingDb>().UseSqlite(connection).UseLoggerFactory(logging).Options;
}
