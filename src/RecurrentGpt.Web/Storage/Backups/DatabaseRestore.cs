using Microsoft.Data.Sqlite;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>
/// Puts a backup in the place of the database while the program runs. What stands is copied first, so that a restore can be undone; the change itself is one
/// transaction, so that a program killed in its middle finds the one or the other.
/// </summary>
public sealed partial class DatabaseRestore(
    DataFolder folder,
    DatabaseBackup backup,
    Schema schema,
    WriteQueue writes,
    RestoreNotices notices,
    IEnumerable<IStoriesInMemory> memories,
    TimeProvider clock,
    ILogger<DatabaseRestore> logger)
{
    /// <param name="file">The path of the backup.</param>
    /// <param name="cancellationToken">Takes it back as long as nothing was put in place.</param>
    /// <exception cref="StorageException">It cannot be restored; the message says why, and all is as it was.</exception>
    public async Task<RestoreNotice> RestoreAsync(string file, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(file);
        LogRestoring(name);
        var draft = Path.Combine(folder.Backups, $"{Guid.NewGuid():N}.db{DatabaseCopy.Unfinished}");
        try
        {
            await PrepareAsync(file, draft, cancellationToken);
            foreach (var memory in memories)
            {
                await memory.InterruptAsync();
            }

            var notice = await writes.ReplaceAsync(live => Replace(live, draft, file), cancellationToken);
            LogRestored(name, notice.Kept);
            return notice;
        }
        catch (Exception failure) when (failure is StoreException or SqliteException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new RestoreException(BackupProblems.Of(failure, folder.Root), $"The backup {name} could not be restored: {(failure.InnerException ?? failure).Message} All is as it was.", failure);
        }
        finally
        {
            DatabaseCopy.Delete(draft);
        }
    }

    /// <exception cref="StorageException">It cannot be restored.</exception>
    internal static void Check(string file)
    {
        if (!File.Exists(file))
        {
            throw RestoreException.Gone(file);
        }

        var contents = CopyContents.Of(file);
        if (contents.Fault is { } fault)
        {
            throw new RestoreException(BackupProblem.Damaged, $"The backup {file} cannot be restored: {fault}. Choose another one.");
        }

        if (contents.IsNewer)
        {
            throw new RestoreException(BackupProblem.Newer, $"The backup {file} was made by a newer RecurrentGPT Web. Restore it with that version.");
        }
    }

    // The schema is brought to the newest in a copy of the copy: what is put in place is whole.
    private async Task PrepareAsync(string file, string draft, CancellationToken cancellationToken)
    {
        await Task.Run(
            () =>
            {
                Check(file);
                DatabaseCopy.Make(file, draft);
            },
            cancellationToken);
        await using var copy = DatabaseCopy.OpenAlone(draft);
        await schema.UpdateCopyAsync(copy, clock.GetUtcNow(), cancellationToken);
    }

    // In the turn of the writes: nothing is stored between the copy of what stands and its replacement, and nobody stores what belongs to the one in the other.
    private RestoreNotice Replace(SqliteConnection live, string draft, string file)
    {
        var kept = backup.Make(BackupReason.Restore)!;
        using (var copy = DatabaseCopy.OpenAlone(draft))
        {
            CommitNumber.Set(copy, CommitNumber.Of(live) + 1);
            copy.BackupDatabase(live);
        }

        var notice = new RestoreNotice(Path.GetFileName(file), BackupCopy.Read(new FileInfo(file))?.TakenAt, clock.GetUtcNow()) { Kept = kept.Name };
        foreach (var memory in memories)
        {
            memory.Forget();
        }

        Tell(notice);
        return notice;
    }

    // What stands is restored by now, whether or not that can be noted.
    private void Tell(RestoreNotice notice)
    {
        try
        {
            notices.Put(notice);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotNoted(failure);
        }

        notices.Raise(notice);
    }

    [LoggerMessage(LogLevel.Information, "Restoring the backup {Name}")]
    private partial void LogRestoring(string name);

    [LoggerMessage(LogLevel.Information, "The backup {Name} is restored; what stood before is {Kept}")]
    private partial void LogRestored(string name, string? kept);

    [LoggerMessage(LogLevel.Warning, "It could not be noted that a backup was restored")]
    private partial void LogNotNoted(Exception exception);
}
