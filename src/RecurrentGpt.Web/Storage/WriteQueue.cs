using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// All writes to the database, one after the other on one connection and off the caller's thread. Each is a transaction that takes
/// the write lock at its start: it is stored as a whole, or it throws to its caller and nothing has changed.
/// </summary>
public sealed class WriteQueue : IAsyncDisposable
{
    private const int Capacity = 256;

    private readonly Channel<IQueuedWrite> _writes =
        Channel.CreateBounded<IQueuedWrite>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly DataFolder _folder;
    private readonly DataFolderLock _lock;
    private readonly ILoggerFactory _logging;
    private readonly Task _worker;
    private SqliteConnection? _connection;

    public WriteQueue(DataFolder folder, DataFolderLock folderLock, ILoggerFactory logging)
    {
        _folder = folder;
        _lock = folderLock;
        _logging = logging;
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>Writes in its turn. Cancelling takes a write back as long as it has not begun.</summary>
    public async Task<T> WriteAsync<T>(Func<WritingDb, Task<T>> write, CancellationToken cancellationToken = default)
    {
        var queued = new QueuedWrite<T>(write, cancellationToken);
        try
        {
            await _writes.Writer.WriteAsync(queued, cancellationToken);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(WriteQueue), "The program is ending; nothing more can be stored.");
        }

        return await queued.Completion;
    }

    /// <summary>Ends when all that was asked for is written.</summary>
    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        await _worker;
        Connections.CloseReaders(_folder.Database);
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
            _connection = null;
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var write in _writes.Reader.ReadAllAsync())
        {
            await write.RunAsync(BeginAsync);
        }
    }

    private async Task<WriteTransaction> BeginAsync()
    {
        _connection ??= Open();
        var transaction = _connection.BeginTransaction(deferred: false);
        var db = new WritingDb(Connections.Options(_connection, _logging));
        await db.Database.UseTransactionAsync(transaction);

        return new WriteTransaction(db, transaction);
    }

    // Nothing writes without the lock, whoever opened storage and how.
    private SqliteConnection Open()
    {
        _lock.Take();
        return Connections.OpenForWriting(_folder.Database);
    }
}
