using System.Buffers.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace RecurrentGpt.Web.Storage;

/// <summary>Values where SQLite has them. A reader itself gives them only as objects of their own.</summary>
public static class BlobSpan
{
    // By reflection, since the compiler refuses the type of this property while an older SQLitePCLRaw stands in for the one that it was built with.
    private static readonly Func<SqliteDataReader, sqlite3_stmt> StatementOf =
        typeof(SqliteDataReader).GetProperty("Handle")!.GetMethod!.CreateDelegate<Func<SqliteDataReader, sqlite3_stmt>>();

    /// <summary>The bytes of a column, until the reader goes on to the next row.</summary>
    public static ReadOnlySpan<byte> GetBlobSpan(this SqliteDataReader reader, int ordinal) => raw.sqlite3_column_blob(StatementOf(reader), ordinal);

    /// <summary>An id, which is stored as text.</summary>
    public static Guid GetId(this SqliteDataReader reader, int ordinal) =>
        Utf8Parser.TryParse(reader.GetBlobSpan(ordinal), out Guid id, out _) ? id : throw new InvalidDataException($"Column {ordinal} holds no id.");
}
