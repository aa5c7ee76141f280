using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Storage;

internal static class StoreReading
{
    /// <summary>Reads, and names what is wrong with the disk when that cannot be done.</summary>
    /// <exception cref="StoreException">The disk does not let itself be read now.</exception>
    public static async Task<T> ReadAsync<T>(this IDbContextFactory<WritingDb> readers, DataFolder folder, Func<WritingDb, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await readers.CreateDbContextAsync(cancellationToken);
            return await read(db);
        }
        catch (SqliteException failure) when (StoreTrouble.Of(failure, folder.Root) is { } trouble)
        {
            throw new StoreException(trouble, failure);
        }
    }
}
