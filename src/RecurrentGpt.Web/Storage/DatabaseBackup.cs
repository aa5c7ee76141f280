using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Web.Storage;

/// <summary>Copies the database before its schema is changed, and proves that the copy is whole.</summary>
public sealed class DatabaseBackup(DataFolder folder, TimeProvider clock)
{
    /// <returns>The copy's path.</returns>
    /// <exception cref="StorageException">No sound copy could be made; the database is as it was.</exception>
    public string Make(SqliteConnection source)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"writing-{clock.GetUtcNow():yyyyMMdd-HHmmss}.db");
        var file = Path.Combine(folder.Backups, name);
        var draft = $"{file}.unchecked";
        try
        {
            File.Delete(draft);
            Copy(source, draft);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"No sound backup could be made in {folder.Backups}, so the database was not updated: {failure.Message} See that the disk has room, then start again.",
                failure);
        }

        return file;
    }

    private static void Copy(SqliteConnection source, string file)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        copy.Open();
        source.BackupDatabase(copy);

        // One file that stands for itself, without a log beside it.
        Ask(copy, "PRAGMA journal_mode = DELETE");
        var answer = Ask(copy, "PRAGMA integrity_check");
        if (answer != "ok")
        {
            throw new IOException($"the copy is damaged ({answer}).");
        }
    }

    private static string? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;

        return command.ExecuteScalar() as string;
    }
}
