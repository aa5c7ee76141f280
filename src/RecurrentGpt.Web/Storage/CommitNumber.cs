using System.Buffers.Binary;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Numbers the commits, in SQLite's user_version. It lies on the first page, and a checkpoint writes that page first: when the file itself has a higher number
/// than file and log together, then the log has lost commits of which the file has parts already, and what they say together was never committed.
/// SQLite does not notice that by itself.
/// </summary>
internal static class CommitNumber
{
    private const int HeaderBytes = 100;
    private const int SchemaOffset = 40;
    private const int NumberOffset = 60;

    public static long CountChanges(SqliteTransaction transaction) => (long)transaction.Connection!.Ask("SELECT total_changes()")!;

    public static void Raise(SqliteTransaction transaction) => Set(transaction.Connection!, Of(transaction.Connection!) + 1);

    public static uint Of(SqliteConnection connection) => (uint)(long)connection.Ask("PRAGMA user_version")!;

    // A pragma takes no parameters.
    public static void Set(SqliteConnection connection, uint number) => connection.Ask(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}"));

    /// <summary>Whether the file has parts of commits that the open database, its log included, does not know. A change of the schema has a number of its own.</summary>
    public static bool IsBehind(SqliteConnection connection, string file)
    {
        var (number, schema) = OfFileAlone(file);

        return Of(connection) < number || (uint)(long)connection.Ask("PRAGMA schema_version")! < schema;
    }

    private static (uint Number, uint Schema) OfFileAlone(string file)
    {
        var header = new byte[HeaderBytes];
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes ? default : (BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(NumberOffset)), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(SchemaOffset)));
    }
}
