using System.Globalization;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>
/// Looks at the database before anything opens it, and puts the newest sound backup in the place of a damaged one. The damaged files are moved, never deleted,
/// and what happened is told until the person has seen it.
/// </summary>
public sealed partial class DatabaseRescue(
    DataFolder folder, BackupShelf shelf, RestoreNotices notices, TimeProvider clock, ILogger<DatabaseRescue> logger)
{
    /// <summary>Only whoever holds the data folder may.</summary>
    /// <param name="wasLeft">Whether the program's last end was none, so that all of the database is looked at.</param>
    /// <exception cref="StorageException">The database is damaged and there is no sound backup; nothing was moved.</exception>
    public void Check(bool wasLeft)
    {
        shelf.Sweep();
        var found = FaultOf(wasLeft);
        if ((found is { IsOfLogAlone: true } ? DoWithoutLog() : found) is not { What: var fault })
        {
            return;
        }

        LogDamaged(folder.Database, fault);
        if (shelf.List().FirstOrDefault(copy => shelf.Look(copy).CanBeRestored) is not { } copy)
        {
            throw new StorageException(Refusal(fault));
        }

        PutBack(shelf.Find(copy.Name)!, copy.TakenAt);
    }

    /// <summary>Puts a copy from anywhere in the place of a damaged database. Only whoever holds the data folder may.</summary>
    /// <returns>False when the database is sound, and nothing was done.</returns>
    internal bool PutBackIfDamaged(string copy)
    {
        if (FaultOf(isThorough: true) is not { IsOfLogAlone: false, What: var fault })
        {
            return false;
        }

        LogDamaged(folder.Database, fault);
        PutBack(copy, BackupCopy.Read(new FileInfo(copy))?.TakenAt);
        return true;
    }

    // What a whole checkpoint has brought into the file is newer than any backup.
    private DatabaseFault? DoWithoutLog()
    {
        MoveAway("-wal", "-shm");
        LogWithoutLog(folder.Database, folder.Damaged);
        return FaultOf(isThorough: true);
    }

    private DatabaseFault? FaultOf(bool isThorough) => DatabaseHealth.FaultOf(folder.Database, isThorough, wasThere: shelf.List().Count > 0);

    // Killed at any point, the next start finds what is still to be done: the database goes first, and one that is missing beside its log or a backup is a damaged one.
    private void PutBack(string copy, DateTimeOffset? takenAt)
    {
        var name = Path.GetFileName(copy);
        try
        {
            MoveAway("", "-wal", "-shm", "-journal");
            notices.Put(new RestoreNotice(name, takenAt, clock.GetUtcNow()) { Damaged = folder.Damaged });
            DatabaseCopy.PutInPlace(copy, folder.Database);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"The database {folder.Database} is damaged, and the backup {name} could not be put in its place: {failure.Message} See that the disk has room and may be written to, then start again.",
                failure);
        }

        LogPutBack(name, takenAt, folder.Damaged);
    }

    private void MoveAway(params string[] endings)
    {
        OwnerOnly.CreateFolder(folder.Damaged);
        var time = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        foreach (var ending in endings)
        {
            var file = $"{folder.Database}{ending}";
            if (File.Exists(file))
            {
                File.Move(file, FreePlace($"writing-{time}", ending));
            }
        }
    }

    private string FreePlace(string name, string ending)
    {
        for (var ordinal = 1; ; ordinal++)
        {
            var place = Path.Combine(folder.Damaged, $"{name}{(ordinal > 1 ? $"-{ordinal}" : "")}.db{ending}");
            if (!File.Exists(place))
            {
                return place;
            }
        }
    }

    private string Refusal(string fault) =>
        $"The database {folder.Database} is damaged ({fault}), and there is no sound backup in {folder.Backups}. Nothing was changed. "
        + "If you have a copy elsewhere, put it back with: restore --backup FILE. "
        + $"To begin with an empty shelf, move {folder.Database} and what lies beside it (-wal, -shm) and {folder.Backups} away, and keep them: SQLite's \".recover\" can often read much of a damaged database.";

    [LoggerMessage(LogLevel.Warning, "The log of the database {File} is torn and kept in {Damaged}; the last checkpoint had brought all up to it into the database, which is used as it was then")]
    private partial void LogWithoutLog(string file, string damaged);

    [LoggerMessage(LogLevel.Error, "The database {File} is damaged: {Fault}")]
    private partial void LogDamaged(string file, string fault);

    [LoggerMessage(LogLevel.Warning, "The backup {Name} of {TakenAt:u} was put in the place of the damaged database, which is kept in {Damaged}. What was written after it is not in it")]
    private partial void LogPutBack(string name, DateTimeOffset? takenAt, string damaged);
}
