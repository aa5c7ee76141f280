using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Benchmarks.Storage;

/// <summary>The least that opening a story takes: its vectors among those of all stories, and nothing else, read by a prepared command into one new buffer.</summary>
internal sealed class RawVectors : IDisposable
{
    private readonly int _bytes;
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _command;

    public RawVectors(string database, Guid storyId, int rows, int dimensions)
    {
        _bytes = rows * dimensions * sizeof(float);
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        _connection.Open();
        _command = _connection.CreateCommand();
        _command.CommandText = "SELECT Vector FROM Steps CROSS JOIN MemoryEntries ON MemoryEntries.StepId = Steps.Id WHERE Steps.StoryId = $story";
        _command.Parameters.AddWithValue("$story", storyId);
        _command.Prepare();
    }

    public float[] Read()
    {
        var values = GC.AllocateUninitializedArray<float>(_bytes / sizeof(float));
        var left = MemoryMarshal.AsBytes(values.AsSpan());
        using var reader = _command.ExecuteReader();
        while (reader.Read())
        {
            var blob = reader.GetBlobSpan(0);
            blob.CopyTo(left);
            left = left[blob.Length..];
        }

        return left.IsEmpty ? values : throw new InvalidOperationException("There are fewer vectors than were laid.");
    }

    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
    }
}
