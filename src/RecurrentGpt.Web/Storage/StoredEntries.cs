using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Reads long-term memory of a whole story in SQL of our own. By EF Core each vector would become an array of its own and then be copied, which for thousands
/// takes several times as long as reading them.
/// </summary>
internal sealed class StoredEntries
{
    private const string Sql = """
        SELECT Steps.Id, Steps.ParentId, Steps.Number, Steps.ParagraphVersion <> MemoryEntries.ParagraphVersion,
            MemoryEntries.Version, Pinned, Banned, EmbeddingModel, Summary, WrittenSummary, Vector
        FROM Steps CROSS JOIN MemoryEntries ON MemoryEntries.StepId = Steps.Id
        WHERE Steps.StoryId = $story
        """;

    private readonly SqliteDataReader _reader;
    private readonly VectorBlocks _vectors;
    private readonly List<MemoryEntry> _entries;
    private string _model = "";

    private StoredEntries(SqliteDataReader reader, int expected)
    {
        _reader = reader;
        _vectors = new VectorBlocks(expected);
        _entries = new(expected);
    }

    /// <summary>All entries of a story. Whose story it is has been asked before.</summary>
    public static async Task<IReadOnlyList<MemoryEntry>> ReadAsync(WritingDb db, Guid storyId, CancellationToken cancellationToken)
    {
        var expected = await db.Steps.IgnoreQueryFilters().CountAsync(step => step.StoryId == storyId, cancellationToken);
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = ((SqliteConnection)db.Database.GetDbConnection()).CreateCommand();
        command.CommandText = Sql;
        command.Parameters.AddWithValue("$story", storyId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);

        return new StoredEntries(reader, expected).All(cancellationToken);
    }

    // SQLite has no other way to wait than to block, so the rows are not awaited one by one.
    private List<MemoryEntry> All(CancellationToken cancellationToken)
    {
        while (_reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            _entries.Add(Entry());
        }

        return _entries;
    }

    private MemoryEntry Entry() => new()
    {
        StepId = _reader.GetId(0),
        ParentId = _reader.IsDBNull(1) ? null : _reader.GetId(1),
        Number = _reader.GetInt32(2),
        IsOutdated = _reader.GetBoolean(3),
        Version = _reader.GetInt32(4),
        Pinned = _reader.GetBoolean(5),
        Banned = _reader.GetBoolean(6),
        EmbeddingModel = Model(),
        Text = _reader.GetString(8),
        Written = _reader.IsDBNull(9) ? null : _reader.GetString(9),
        Vector = _reader.IsDBNull(10) ? default(ReadOnlyMemory<float>?) : _vectors.Add(_reader.GetBlobSpan(10)),
    };

    // Nearly all entries of a story have the same, and need no copy of its name each.
    private string Model()
    {
        var model = _reader.GetString(7);
        return _model = model == _model ? _model : model;
    }
}
