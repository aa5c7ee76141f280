using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>
/// Copies the database as it stands at one moment, with writes going on, and proves that the copy is whole. It reads like any other reader and never
/// holds up the one connection that writes.
/// </summary>
public sealed partial class DatabaseBackup(DataFolder folder, BackupShelf shelf, ILogger<DatabaseBackup> logger)
{
    /// <returns>The copy; null for a scheduled one when nothing has changed since the last.</returns>
    /// <exception cref="BackupException">No sound copy could be made; nothing has changed.</exception>
    public BackupCopy? Make(BackupReason reason)
    {
        LogTaking(reason);
        var draft = Path.Combine(folder.Backups, $"{Guid.NewGuid():N}.db{DatabaseCopy.Unfinished}");
        return Attempt(draft, () =>
        {
            DatabaseCopy.Make(folder.Database, draft);
            DatabaseCopy.Check(draft);
            if (reason == BackupReason.Scheduled && IsLike(draft, shelf.List() is [var last, ..] ? shelf.Find(last.Name) : null))
            {
                LogUnchanged();
                return null;
            }

            var copy = shelf.Add(draft, reason);
            LogTaken(copy.Name, reason, copy.Bytes);
            return copy;
        });
    }

    /// <summary>Makes a copy anywhere, in place of a file that is there.</summary>
    /// <exception cref="BackupException">No sound copy could be made; nothing has changed.</exception>
    public void MakeAt(string file)
    {
        var draft = $"{file}{DatabaseCopy.Unfinished}";
        Attempt(draft, () =>
        {
            DatabaseCopy.Make(folder.Database, draft);
            DatabaseCopy.Check(draft);
            File.Move(draft, file, overwrite: true);
            return true;
        });
    }

    private static T Attempt<T>(string draft, Func<T> copy)
    {
        try
        {
            return copy();
        }
        catch (Exception failure) when (failure is SqliteException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new BackupException(Path.GetDirectoryName(draft)!, failure);
        }
        finally
        {
            DatabaseCopy.Delete(draft);
        }
    }

    // Copies of one state are the same to the byte.
    private static bool IsLike(string draft, string? other)
    {
        if (other is null || new FileInfo(draft).Length != new FileInfo(other).Length)
        {
            return false;
        }

        using var one = new BufferedStream(File.OpenRead(draft), 1 << 16);
        using var two = new BufferedStream(File.OpenRead(other), 1 << 16);
        for (int read; (read = one.ReadByte()) == two.ReadByte();)
        {
            if (read < 0)
            {
                return true;
            }
        }

        return false;
    }

    [LoggerMessage(LogLevel.Information, "Taking a backup ({Reason})")]
    private partial void LogTaking(BackupReason reason);

    [LoggerMessage(LogLevel.Information, "The backup {Name} is taken and checked ({Reason}, {Bytes} bytes)")]
    private partial void LogTaken(string name, BackupReason reason, long bytes);

    [LoggerMessage(LogLevel.Information, "Nothing has changed since the last backup")]
    private partial void LogUnchanged();
}
