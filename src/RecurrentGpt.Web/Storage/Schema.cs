using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Storage;

/// <summary>Brings the database to the schema that this program knows. Only whoever holds the data folder may.</summary>
public sealed partial class Schema(DataFolder folder, DatabaseBackup backup, ILoggerFactory logging, ILogger<Schema> logger)
{
    /// <exception cref="StorageException">The database cannot be used as it is.</exception>
    public async Task UpdateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = Connections.OpenForWriting(folder.Database);
            await using var db = new WritingDb(Connections.Options(connection, logging));
            await UpdateAsync(db, cancellationToken);
        }
        catch (SqliteException failure)
        {
            throw new StorageException(
                $"The database {folder.Database} cannot be opened: {failure.Message} Copies made before earlier updates are in {folder.Backups}.", failure);
        }
    }

    /// <summary>Brings a copy that nobody else has open to the schema, and ends what was running when it was made.</summary>
    /// <exception cref="NewerDatabaseException">A newer version of the program has written it.</exception>
    internal async Task UpdateCopyAsync(SqliteConnection copy, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = new WritingDb(Connections.Options(copy, logging));
        if (await NeedsUpdateAsync(db, cancellationToken))
        {
            await MigrateAsync(db, cancellationToken);
        }

        await LeftRuns.InterruptAsync(db, now);
    }

    private async Task UpdateAsync(WritingDb db, CancellationToken cancellationToken)
    {
        if (await NeedsUpdateAsync(db, cancellationToken))
        {
            if (await HasTablesAsync(db, cancellationToken))
            {
                LogBackedUp(BackUp());
            }

            await MigrateAsync(db, cancellationToken);
        }
    }

    private async Task<bool> NeedsUpdateAsync(WritingDb db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToList();
        if (applied.Except(known).LastOrDefault() is { } unknown)
        {
            throw new NewerDatabaseException(
                $"The database {folder.Database} was written by a newer RecurrentGPT Web ({unknown}). Start that version, or choose another Storage:Path.");
        }

        return applied.Count < known.Count;
    }

    private string BackUp()
    {
        try
        {
            return backup.Make(BackupReason.Update)!.Name;
        }
        catch (BackupException failure)
        {
            throw new StorageException($"{failure.Message} The database was not updated.", failure);
        }
    }

    private static Task<bool> HasTablesAsync(WritingDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM sqlite_master) AS Value").SingleAsync(cancellationToken);

    // EF Core's own lock is a row, which a killed process leaves behind for ever; the data folder's lock is the one that counts.
    private async Task MigrateAsync(WritingDb db, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        LogUpdated(folder.Database);
    }

    [LoggerMessage(LogLevel.Information, "The database was copied to {File} before its update")]
    private partial void LogBackedUp(string file);

    [LoggerMessage(LogLevel.Information, "The database {File} has the newest schema")]
    private partial void LogUpdated(string file);
}
