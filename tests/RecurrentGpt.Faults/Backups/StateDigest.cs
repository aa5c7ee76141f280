using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Faults.Backups;

/// <summary>What all rows of a database say, in one short text. Two databases that say the same have the same.</summary>
internal static class StateDigest
{
    // A start, and a restore, end what was running; that is no other state.
    private static readonly HashSet<string> Ended = ["Running", "Interrupted"];

    public static string Of(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Of(connection);
    }

    public static string Of(SqliteConnection connection)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var table in Tables(connection))
        {
            Add(hash, table);
            AddRows(hash, connection, table);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static List<string> Tables(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        // The index of the search is made of the other tables, and is read again from them.
        command.CommandText = """
            SELECT name FROM sqlite_master
            WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('__EFMigrationsLock', 'SearchedSteps') AND name NOT LIKE 'StepWords%'
            ORDER BY name
            """;
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static void AddRows(IncrementalHash hash, SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1, 2";
        using var reader = command.ExecuteReader();
        var (state, endedAt) = (Place(reader, "State"), Place(reader, "EndedAt"));
        while (reader.Read())
        {
            var isEnded = state >= 0 && Ended.Contains(reader.GetString(state));
            for (var column = 0; column < reader.FieldCount; column++)
            {
                Add(hash, isEnded && (column == state || column == endedAt) ? "ended" : reader.GetValue(column));
            }
        }
    }

    private static int Place(SqliteDataReader reader, string column) =>
        Enumerable.Range(0, reader.FieldCount).Where(place => reader.GetName(place) == column).DefaultIfEmpty(-1).First();

    private static void Add(IncrementalHash hash, object value)
    {
        hash.AppendData(value as byte[] ?? Encoding.UTF8.GetBytes(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        hash.AppendData([0xFF]);
    }
}
