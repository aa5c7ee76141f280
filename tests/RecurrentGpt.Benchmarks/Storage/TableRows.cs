using Microsoft.Data.Sqlite;

namespace RecurrentGpt.Benchmarks.Storage;

/// <summary>Rows of one table, read from one database and stored in another by a prepared command.</summary>
internal sealed class TableRows : IDisposable
{
    private readonly SqliteCommand _read;
    private readonly SqliteCommand _insert;
    private readonly List<object[]> _rows = [];

    public TableRows(SqliteConnection from, SqliteConnection to, string table, string key)
    {
        _read = from.CreateCommand();
        _read.CommandText = $"SELECT * FROM {table} WHERE {key} = $id";
        _read.Parameters.Add("$id", SqliteType.Text);
        _read.Prepare();
        _insert = to.CreateCommand();
        using var columns = from.CreateCommand();
        columns.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        using var reader = columns.ExecuteReader();
        while (reader.Read())
        {
            _insert.Parameters.AddWithValue($"${_insert.Parameters.Count}", DBNull.Value);
        }

        _insert.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", _insert.Parameters.Cast<SqliteParameter>().Select(parameter => parameter.ParameterName))})";
        _insert.Prepare();
    }

    /// <summary>Reads the rows to store next, in the place of those that were.</summary>
    public void Take(string id)
    {
        _rows.Clear();
        _read.Parameters[0].Value = id;
        using var reader = _read.ExecuteReader();
        while (reader.Read())
        {
            var values = new object[reader.FieldCount];
            reader.GetValues(values);
            _rows.Add(values);
        }
    }

    public void Store(SqliteTransaction transaction)
    {
        _insert.Transaction = transaction;
        foreach (var row in _rows)
        {
            for (var column = 0; column < row.Length; column++)
            {
                _insert.Parameters[column].Value = row[column];
            }

            _insert.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        _read.Dispose();
        _insert.Dispose();
    }
}
