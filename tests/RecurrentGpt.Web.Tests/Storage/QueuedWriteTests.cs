using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class QueuedWriteTests : IAsyncLifetime
{
    private TestDatabase _database = null!;
    private SqliteConnection _connection = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        _connection = Connections.OpenForWriting(_database.Folder.Database, mayCreate: false);
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Run_IsStored_TellsTheQueueBeforeItsCaller()
    {
        var write = new QueuedWrite<int>(_ => Task.FromResult(1), CancellationToken.None);
        bool? callerKnew = null;

        await write.RunAsync(BeginAsync, () => callerKnew = write.Completion.IsCompleted, failure => failure);

        Assert.False(callerKnew);
        Assert.Equal(1, await write.Completion);
    }

    [Fact]
    public async Task Run_Replaces_TellsTheQueueBeforeItsCaller()
    {
        var replacement = new QueuedReplacement<int>(() => 1);
        bool? callerKnew = null;

        await replacement.RunAsync(BeginAsync, () => callerKnew = replacement.Completion.IsCompleted, failure => failure);

        Assert.False(callerKnew);
        Assert.Equal(1, await replacement.Completion);
    }

    [Fact]
    public async Task Run_Fails_TellsOnlyItsCallerAndByItsName()
    {
        var write = new QueuedWrite<int>(_ => throw new TimeoutException(), CancellationToken.None);
        var wasToldStored = false;

        await write.RunAsync(BeginAsync, () => wasToldStored = true, failure => new InvalidOperationException("named", failure));

        Assert.False(wasToldStored);
        await Assert.ThrowsAsync<InvalidOperationException>(() => write.Completion);
    }

    private async Task<WriteTransaction> BeginAsync()
    {
        var transaction = _connection.BeginTransaction(deferred: false);
        var db = new WritingDb(Connections.Options(_connection, NullLoggerFactory.Instance));
        await db.Database.UseTransactionAsync(transaction);

        return new WriteTransaction(db, transaction);
    }
}
