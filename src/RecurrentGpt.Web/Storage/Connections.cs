using System.Data;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RecurrentGpt.Web.Storage;

/// <summary>How the database is opened: by one connection that writes, and by any number that cannot.</summary>
internal static class Connections
{
    private const int TimeoutSeconds = 10;

    // The log of a long transaction gives its room back; without a limit it would keep it for ever.
    private const int MostLog = 16 * 1024 * 1024;

    // Pages of 4 KB, as many as the log may have; a step is some 40. The writer brings them in when it has nothing to do; that a commit has to is for hundreds of
    // steps in one go.
    private const int MostPages = 16_000;

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

    /// <summary>Opens a database for one look: it cannot be changed by it, and nothing of it stays open.</summary>
    public static SqliteConnection OpenForLooking(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = TimeoutSeconds,
        }.ConnectionString);
        connection.Open();

        return connection;
    }

    /// <summary>The first value of the first row.</summary>
    public static object? Ask(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return command.ExecuteScalar();
    }

    /// <param name="file">The database.</param>
    /// <param name="mayCreate">Whether it may be made. One that was there must not be made anew, empty, when its disk has gone.</param>
    public static SqliteConnection OpenForWriting(string file, bool mayCreate = true)
    {
        // SQLite would make a file that everybody may read; its log gets the rights of the file. One that is there is not opened beside SQLite: closing it would give up the locks of all.
        if (mayCreate && !File.Exists(file))
        {
            OwnerOnly.OpenFile(file, FileMode.CreateNew).Dispose();
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = mayCreate ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = TimeoutSeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = {MostLog}; PRAGMA wal_autocheckpoint = {MostPages};");
            command.ExecuteNonQuery();

            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes a connection under which the disk has failed. What lies in the log goes into the database first, if it can: on a full disk that makes room.</summary>
    public static void GiveBack(SqliteConnection? connection)
    {
        try
        {
            if (connection is { State: ConnectionState.Open })
            {
                connection.Ask("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }
        catch (SqliteException)
        {
            // It stays in the log, which is as safe.
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <summary>Copies what lies in the log into the database, as far as no reader needs it where it is.</summary>
    public static void BringIn(SqliteConnection connection)
    {
        try
        {
            connection.Ask("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (Exception failure) when (failure is SqliteException or InvalidOperationException)
        {
            // It stays in the log, which is as safe; the next write says what is wrong with the disk.
        }
    }

    public static DbContextOptions<WritingDb> Options(SqliteConnection connection, ILoggerFactory logging) =>
        new DbContextOptionsBuilder<WritingDb>().UseSqlite(connection).UseLoggerFactory(logging).Options;
}
