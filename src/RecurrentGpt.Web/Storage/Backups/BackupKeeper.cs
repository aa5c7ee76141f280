using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Takes and restores backups, one at a time and off the caller's thread, and says how the last try went.</summary>
public sealed partial class BackupKeeper(
    BackupShelf shelf, DatabaseBackup backup, DatabaseRestore restore, TimeProvider clock, ILogger<BackupKeeper> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);
    private readonly Signal<BackupState> _changed = new();

    public BackupState State { get; private set; } = new(BackupWork.None);

    /// <summary>Tells of every change of <see cref="State"/>, from any thread.</summary>
    public IDisposable Subscribe(Action changed) => _changed.Subscribe(_ => changed());

    /// <returns>The copy; null for a scheduled one when nothing has changed since the last, and when the try failed: <see cref="State"/> says why.</returns>
    public Task<BackupCopy?> TakeAsync(BackupReason reason, CancellationToken cancellationToken) => WorkAsync(
        BackupWork.Taking,
        () => Task.Run(
            () =>
            {
                var copy = backup.Make(reason);
                Tidy(copy);
                return copy;
            },
            cancellationToken),
        cancellationToken);

    /// <summary>Restores a backup by its name.</summary>
    /// <returns>What is told of it; null when it could not be restored: <see cref="State"/> says why, and all is as it was.</returns>
    public Task<RestoreNotice?> RestoreAsync(string name, CancellationToken cancellationToken) => WorkAsync(
        BackupWork.Restoring,
        async () => (RestoreNotice?)await restore.RestoreAsync(shelf.Find(name) ?? throw RestoreException.Gone(name), cancellationToken),
        cancellationToken);

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<T?> WorkAsync<T>(BackupWork work, Func<Task<T?>> act, CancellationToken cancellationToken)
        where T : class
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        var after = State;
        try
        {
            Set(State with { Work = work });
            var result = await act();
            after = new BackupState(BackupWork.None);
            return result;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogFailed(failure);
            after = new BackupState(BackupWork.None, new BackupFailure(work, ProblemOf(failure), clock.GetUtcNow()));
            return null;
        }
        finally
        {
            Set(after);
            _oneAtATime.Release();
        }
    }

    // That an old copy could not be deleted is no fault of the new one.
    private void Tidy(BackupCopy? made)
    {
        try
        {
            if (made is not null)
            {
                shelf.Prune(made);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotTidied(failure);
        }
    }

    private void Set(BackupState state)
    {
        State = state;
        _changed.Raise(state);
    }

    private static BackupProblem ProblemOf(Exception failure) => failure switch
    {
        BackupException known => known.Problem,
        RestoreException known => known.Problem,
        _ => BackupProblem.Other,
    };

    [LoggerMessage(LogLevel.Error, "The backup failed")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(LogLevel.Warning, "Old backups could not be deleted")]
    private partial void LogNotTidied(Exception exception);
}
