using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Web.Storage;

/// <summary>A transaction on the one connection that writes; disposed without a commit, it leaves nothing.</summary>
internal sealed class WriteTransaction(WritingDb db, SqliteTransaction transaction) : IAsyncDisposable
{
    private readonly long _changes = CommitNumber.CountChanges(transaction);

    public WritingDb Db => db;

    public async Task CommitAsync()
    {
        await db.SaveChangesAsync();
        if (CommitNumber.CountChanges(transaction) != _changes)
        {
            CommitNumber.Raise(transaction);
        }

        await transaction.CommitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await transaction.DisposeAsync();
    }
}
