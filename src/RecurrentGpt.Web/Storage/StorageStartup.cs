using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Storage;

/// <summary>Opens storage before anything reads it: folder, lock, schema, and runs, unattended ones too, that the program's last end interrupted.</summary>
public sealed partial class StorageStartup(
    DataFolder folder, DataFolderLock folderLock, Schema schema, WriteQueue writes, TimeProvider clock, ILogger<StorageStartup> logger) : IDisposable
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
                await schema.UpdateAsync(cancellationToken);
                await InterruptLeftRunsAsync(cancellationToken);
                _isOpen = true;
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task InterruptLeftRunsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await writes.WriteAsync(
            db => db.Autopilots
                .Where(row => row.State == AutopilotState.Running)
                .ExecuteUpdateAsync(row => row.SetProperty(autopilot => autopilot.State, AutopilotState.Interrupted)),
            cancellationToken);
        var runs = await writes.WriteAsync(
            db => db.Runs
                .Where(run => run.State == RunState.Running)
                .ExecuteUpdateAsync(run => run.SetProperty(row => row.State, RunState.Interrupted).SetProperty(row => row.EndedAt, now)),
            cancellationToken);
        if (runs > 0)
        {
            LogInterrupted(runs);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Runs} runs had not ended when the program did; what they had written is offered on the desk")]
    private partial void LogInterrupted(int runs);
}
