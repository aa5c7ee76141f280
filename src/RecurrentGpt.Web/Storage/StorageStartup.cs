using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Storage;

/// <summary>Opens storage before anything reads it: folder, lock, schema, and runs, unattended ones too, that the program's last end interrupted.</summary>
public sealed partial class StorageStartup(
    DataFolder folder, DataFolderLock folderLock, DatabaseRescue rescue, Schema schema, WriteQueue writes, TimeProvider clock, ILogger<StorageStartup> logger) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private bool _isOpen;

    /// <summary>Opens storage; does nothing when it is open.</summary>
    /// <exception cref="StorageException">It cannot be opened; the message says why and what to do.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_isOpen)
            {
                folder.Create();
                folderLock.Take();
                CloseToOthers();
                rescue.Check(folderLock.WasLeft);
                await schema.UpdateAsync(cancellationToken);
                await InterruptLeftRunsAsync(cancellationToken);
                _isOpen = true;
            }
        }
        catch (Exception failure) when (StoreTrouble.Of(failure, folder.Root) is { } trouble)
        {
            throw StoreTrouble.ToRefusal(trouble, failure);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private void CloseToOthers()
    {
        foreach (var open in folder.Close())
        {
            LogOpen(open);
        }
    }

    private async Task InterruptLeftRunsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var runs = await writes.WriteAsync(db => LeftRuns.InterruptAsync(db, now), cancellationToken);
        if (runs > 0)
        {
            LogInterrupted(runs);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Others on this machine may read or change {Path}, and this user may not forbid it. Take their rights away, or choose another Storage:Path")]
    private partial void LogOpen(string path);

    [LoggerMessage(LogLevel.Warning, "{Runs} runs had not ended when the program did; what they had written is offered on the desk")]
    private partial void LogInterrupted(int runs);
}
