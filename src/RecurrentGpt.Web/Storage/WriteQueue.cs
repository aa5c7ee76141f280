using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// All writes to the database, one after the other on one connection and off the caller's thread. Each is a transaction that takes
/// the write lock at its start: it is stored as a whole, or it throws to its caller and nothing has changed.
/// </summary>
public sealed partial class WriteQueue : IAsyncDisposable
{
    /// <summary>How long nobody writes before the log is brought into the database.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private const int Capacity = 256;

    private readonly Channel<IQueuedWrite> _writes =
        Channel.CreateBounded<IQueuedWrite>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly DataFolder _folder;
    private readonly DataFolderLock _lock;
    private readonly ILoggerFactory _logging;
    private readonly Task _worker;
    private readonly ITimer _pause;
    private readonly ILogger<WriteQueue> _logger;
    private SqliteConnection? _connection;
    private DbContextOptions<WritingDb>? _options;
    private int _replaced;
    private bool _hasOpened;
    private Action? _written;

    public WriteQueue(DataFolder folder, DataFolderLock folderLock, TimeProvider clock, ILoggerFactory logging)
    {
        _folder = folder;
        _lock = folderLock;
        _logging = logging;
        _logger = logging.CreateLogger<WriteQueue>();
        _pause = clock.CreateTimer(_ => _writes.Writer.TryWrite(new QueuedRest(BringIn)), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>Why the last write could not be stored; null when it was, or the disk was not to blame.</summary>
    public Recurrence.StepFailure? Trouble { get; private set; }

    /// <summary>Writes in its turn. Cancelling takes a write back as long as it has not begun.</summary>
    public async Task<T> WriteAsync<T>(Func<WritingDb, Task<T>> write, CancellationToken cancellationToken = default)
    {
        var replaced = Volatile.Read(ref _replaced);
        var queued = new QueuedWrite<T>(db => replaced == _replaced ? write(db) : throw new DatabaseReplacedException(), cancellationToken);
        await QueueAsync(queued, cancellationToken);

        return await queued.Completion;
    }

    /// <summary>Tells after each write that was stored, on the thread of the writes, until the subscription is disposed.</summary>
    internal IDisposable Subscribe(Action written)
    {
        _written += written;
        return new Listener(this, written);
    }

    /// <summary>
    /// Replaces the whole database in its turn, by the connection that writes and outside of any transaction. What was asked for before that is refused: it was
    /// meant for the database that is gone.
    /// </summary>
    internal async Task<T> ReplaceAsync<T>(Func<SqliteConnection, T> replace, CancellationToken cancellationToken = default)
    {
        var queued = new QueuedReplacement<T>(() =>
        {
            var result = replace(_connection ??= Open());
            Interlocked.Increment(ref _replaced);
            return result;
        });
        await QueueAsync(queued, cancellationToken);

        return await queued.Completion;
    }

    /// <summary>Ends when all that was asked for is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _worker;
        await _pause.DisposeAsync();
        Connections.CloseReaders(_folder.Database);
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task QueueAsync(IQueuedWrite write, CancellationToken cancellationToken)
    {
        try
        {
            await _writes.Writer.WriteAsync(write, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(WriteQueue), "The program is ending; nothing more can be stored.");
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var write in _writes.Reader.ReadAllAsync())
        {
            await write.RunAsync(BeginAsync, Stored, Named);
        }
    }

    private void Stored()
    {
        Trouble = null;
        _pause.Change(Pause, Timeout.InfiniteTimeSpan);
        _written?.Invoke();
    }

    private async Task<WriteTransaction> BeginAsync()
    {
        _connection ??= Open();
        _hasOpened = true;
        var transaction = _connection.BeginTransaction(deferred: false);
        var db = new WritingDb(_options!);
        await db.Database.UseTransactionAsync(transaction);

        return new WriteTransaction(db, transaction);
    }

    // By itself SQLite does this in the commit that fills the log, one in a hundred, and whoever waits for that one waits ten times as long.
    private void BringIn()
    {
        if (_connection is not null)
        {
            Connections.BringIn(_connection);
        }
    }

    // Nothing writes without the lock, whoever opened storage and how.
    private SqliteConnection Open()
    {
        _lock.Take();
        var connection = Connections.OpenForWriting(_folder.Database, mayCreate: !_hasOpened);
        _options = Connections.Options(connection, _logging);
        return connection;
    }

    // What a connection knows of its file may be wrong after the disk has failed under it: the next write opens it anew.
    private Exception Named(Exception failure)
    {
        if (StoreTrouble.ToException(failure, _folder.Root) is not { } known)
        {
            return failure;
        }

        Trouble = known.Failure;
        LogTrouble(known.Failure.Kind, failure);
        Connections.GiveBack(_connection);
        _connection = null;
        return known;
    }

    [LoggerMessage(LogLevel.Error, "Nothing can be stored now: {Kind}")]
    private partial void LogTrouble(Recurrence.FailureKind kind, Exception failure);

    private sealed record Listener(WriteQueue Queue, Action Written) : IDisposable
    {
        public void Dispose() => Queue._written -= Written;
    }
}
