using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Faults.Kill;

/// <summary>A database as SQL sees it, for reading only: nothing here knows what the program believes to have stored.</summary>
internal sealed class Rows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction? _snapshot;

    private Rows(string file, bool isInUse)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        _connection.Open();
        _snapshot = isInUse ? _connection.BeginTransaction(deferred: true) : null;
    }

    /// <summary>A database that a program may be writing to, as it is at this moment.</summary>
    public static Rows OfMoment(string file) => new(file, isInUse: true);

    /// <summary>A database that nobody has open.</summary>
    public static Rows AtRest(string file) => new(file, isInUse: false);

    /// <summary>What SQLite itself finds wrong; empty when all is well.</summary>
    public IReadOnlyList<string> Damage() =>
        [.. Texts("PRAGMA integrity_check").Where(answer => answer != "ok"), .. Texts("PRAGMA foreign_key_check").Select(table => $"a row of {table} has lost its parent")];

    public IReadOnlyList<string> Texts(string sql)
    {
        var texts = new List<string>();
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            texts.Add(Text(reader.GetValue(0)));
        }

        return texts;
    }

    /// <summary>A digest of the rows that each value of the first column has, with every byte of the others.</summary>
    public Dictionary<string, string> Digests(string sql)
    {
        var digests = new Dictionary<string, IncrementalHash>(StringComparer.Ordinal);
        using var command = Command(sql);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var key = reader.GetString(0);
            if (!digests.TryGetValue(key, out var hash))
            {
                digests[key] = hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            }

            Append(hash, reader);
        }

        return digests.ToDictionary(pair => pair.Key, pair => Convert.ToHexString(pair.Value.GetHashAndReset()), StringComparer.Ordinal);
    }

    public void Dispose()
    {
        _snapshot?.Dispose();
        _connection.Dispose();
    }

    private static void Append(IncrementalHash hash, SqliteDataReader reader)
    {
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var bytes = reader.GetValue(column) is byte[] blob ? blob : Encoding.UTF8.GetBytes(Text(reader.GetValue(column)));
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = _snapshot;
        return command;
    }
}
