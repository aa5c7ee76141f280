using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecurrentGpt.Web.Storage;

/// <summary>Ends what a connection is doing. Its commands do not know how to be cancelled; SQLite itself does.</summary>
internal static class StopSqlite
{
    // By reflection, for the reason told at BlobSpan.
    private static readonly Func<SqliteConnection, sqlite3> HandleOf =
        typeof(SqliteConnection).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteConnection, sqlite3>>();

    private const int Interrupted = 9;

    /// <summary>Does work that a token ends, with the exception that is usual for it.</summary>
    public static T Until<T>(this SqliteConnection connection, Func<T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stopping = cancellationToken.Register(() => raw.sqlite3_interrupt(HandleOf(connection)));
        try
        {
            return work();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == Interrupted)
        {
            throw new OperationCanceledException("The search was ended.", failure, cancellationToken);
        }
    }
}
