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
    // Fewer are read in a few milliseconds: a second reader is not worth its connection.
    private const int MinForTwo = 1_000;

    private const string Sql = """
        SELECT Steps.Id, Steps.ParentId, Steps.Number, Steps.ParagraphVersion <> MemoryEntries.ParagraphVersion,
            MemoryEntries.Version, Pinned, Banned, EmbeddingModel, Summary, WrittenSummary, Vector
        FROM Steps CROSS JOIN MemoryEntries ON MemoryEntries.StepId = Steps.Id
        WHERE Steps.StoryId = $story AND Steps.Id >= $first AND Steps.Id < $end
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

    /// <summary>All entries of a story as they were at one moment. Whose story it is has been asked before.</summary>
    /// <param name="db">Reads the entries, or the earlier half of many.</param>
    /// <param name="readers">Gives the reader of the later half.</param>
    /// <param name="storyId">The story.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async Task<IReadOnlyList<MemoryEntry>> ReadAsync(WritingDb db, IDbContextFactory<WritingDb> readers, Guid storyId, CancellationToken cancellationToken)
    {
        await using var moment = await db.Database.BeginSnapshotAsync(cancellationToken);
        var steps = db.Steps.IgnoreQueryFilters().Where(step => step.StoryId == storyId);
        var count = await steps.CountAsync(cancellationToken);
        if (count < MinForTwo)
        {
            return Whole();
        }

        await using var other = await readers.CreateDbContextAsync(cancellationToken);
        await using var otherMoment = await other.Database.BeginSnapshotAsync(cancellationToken);

        // What was committed between the two moments would be in one half alone.
        if (CommitNumber.Of(otherMoment.Connection!) != CommitNumber.Of(moment.Connection!))
        {
            return Whole();
        }

        var earlier = count / 2;
        var middle = await steps.OrderBy(step => step.Id).Select(step => step.Id).Skip(earlier).FirstAsync(cancellationToken);
        var halves = await Task.WhenAll(
            Task.Run(() => Read(moment, Guid.Empty, middle, earlier), cancellationToken),
            Task.Run(() => Read(otherMoment, middle, Guid.AllBitsSet, count - earlier), cancellationToken));
        return [.. halves[0], .. halves[1]];

        List<MemoryEntry> Whole() => Read(moment, Guid.Empty, Guid.AllBitsSet, count);

        List<MemoryEntry> Read(SqliteTransaction from, Guid first, Guid end, int expected)
        {
            using var command = from.Connection!.CreateCommand();
            command.CommandText = Sql;
            command.Parameters.AddWithValue("$story", storyId);
            command.Parameters.AddWithValue("$first", first);
            command.Parameters.AddWithValue("$end", end);
            using var reader = command.ExecuteReader();

            return new StoredEntries(reader, expected).All(cancellationToken);
        }
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
