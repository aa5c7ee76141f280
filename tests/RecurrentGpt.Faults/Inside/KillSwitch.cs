using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RecurrentGpt.Faults.Inside;

/// <summary>
/// Kills its own process at a place inside it. The signal takes effect before the call returns, so that nothing after the place is done: what is
/// found later is what a crash there leaves.
/// </summary>
internal sealed class KillSwitch(KillOrder order) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly Lock _gate = new();
    private readonly HashSet<nint> _watched = [];
    private readonly StatementCount _statements = new(order);

    public void Arm()
    {
        if (order.At == KillAt.File)
        {
            new Thread(DieAfterFile) { IsBackground = true }.Start(StartedWatcher());
            return;
        }

        DiagnosticListener.AllListeners.Subscribe(this);
    }

    /// <summary>Never returns.</summary>
    public static void Die()
    {
        using var self = Process.GetCurrentProcess();
        self.Kill();
        Thread.Sleep(Timeout.Infinite);
    }

    // A sleep is too coarse for what happens within a millisecond.
    public static void DieAfter(int microseconds)
    {
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalMicroseconds < microseconds)
        {
            Thread.SpinWait(20);
        }

        Die();
    }

    private FileSystemWatcher StartedWatcher() => new(order.Folder, order.Pattern) { NotifyFilter = NotifyFilters.FileName };

    private void DieAfterFile(object? watcher)
    {
        ((FileSystemWatcher)watcher!).WaitForChanged(WatcherChangeTypes.Created);
        DieAfter(order.Number);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            value.Subscribe(this, (name, _, _) => name == RelationalEventId.CommandExecuting.Name);
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command.Connection: SqliteConnection connection } && IsNew(connection))
        {
            StatementTrace.Watch(connection, _statements.Add);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    // EF Core tells of the first command only, and SQLite itself of all that come after it: BEGIN and COMMIT among them.
    private bool IsNew(SqliteConnection connection)
    {
        var isReader = new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly;
        lock (_gate)
        {
            return !isReader && _watched.Add(StatementTrace.Identify(connection));
        }
    }
}
