using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>sqlite-vec in this process, by the SQLite that the product uses: a table in memory that holds the vectors, and a prepared search.</summary>
internal sealed class SqliteVec : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly SqliteCommand _search;

    public SqliteVec(string library, RandomVectors vectors, int count)
    {
        _connection.Open();
        Load(library);
        Lay(vectors);
        _search = _connection.CreateCommand();
        _search.CommandText = $"SELECT rowid FROM entries WHERE vector MATCH $plan AND k = {count}";
        _search.Parameters.Add("$plan", SqliteType.Blob);
        _search.Prepare();
    }

    public int[] Nearest(ReadOnlyMemory<float> plan)
    {
        _search.Parameters[0].Value = MemoryMarshal.AsBytes(plan.Span).ToArray();
        using var reader = _search.ExecuteReader();
        var rows = new List<int>();
        while (reader.Read())
        {
            rows.Add(reader.GetInt32(0));
        }

        return [.. rows];
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }

    // By SQL: the call for it is missing in the library that stands in for a newer one.
    private void Load(string library)
    {
        _connection.EnableExtensions();
        using var load = _connection.CreateCommand();
        load.CommandText = "SELECT load_extension($library)";
        load.Parameters.AddWithValue("$library", library);
        load.ExecuteNonQuery();
    }

    // Of vectors of one length the nearest by its own distance are the nearest by cosine.
    private void Lay(RandomVectors vectors)
    {
        using var transaction = _connection.BeginTransaction();
        using var table = _connection.CreateCommand();
        table.CommandText = $"CREATE VIRTUAL TABLE entries USING vec0(vector float[{vectors.Dimensions}])";
        table.ExecuteNonQuery();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO entries (rowid, vector) VALUES ($row, $vector)";
        var (row, vector) = (insert.Parameters.Add("$row", SqliteType.Integer), insert.Parameters.Add("$vector", SqliteType.Blob));
        for (var at = 0; at < vectors.Rows; at++)
        {
            (row.Value, vector.Value) = (at, MemoryMarshal.AsBytes(vectors[at].Span).ToArray());
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
