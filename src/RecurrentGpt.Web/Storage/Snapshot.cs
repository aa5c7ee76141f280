using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace RecurrentGpt.Web.Storage;

/// <summary>Several reads that see the database as it was at one moment, whatever is written meanwhile.</summary>
internal static class Snapshot
{
    /// <summary>Begins a transaction that never asks for the write lock; EF Core's own would.</summary>
    public static async Task<SqliteTransaction> BeginSnapshotAsync(this DatabaseFacade database, CancellationToken cancellationToken)
    {
        await database.OpenConnectionAsync(cancellationToken);
        var transaction = ((SqliteConnection)database.GetDbConnection()).BeginTransaction(deferred: true);
        await database.UseTransactionAsync(transaction, cancellationToken);

        return transaction;
    }
}
