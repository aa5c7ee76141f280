using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>
/// The entries of long-term memory of all stories of one person, by meaning: their vectors in memory, made small, for as long as somebody searches now and then.
/// A story that has changed is read anew before the next search.
/// </summary>
public sealed class LibraryVectors : IAsyncDisposable
{
    /// <summary>How long the vectors stay after the last search.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromMinutes(10);

    // The small vectors find these, the exact ones say which of them are nearest.
    private const int Candidates = 100;

    private readonly IDbContextFactory<WritingDb> _readers;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentDictionary<Guid, bool> _changed = new();
    private readonly IDisposable _watching;
    private readonly ITimer _unused;
    private readonly Lock _gate = new();
    private VectorCopy? _copy;
    private int _forgotten;

    public LibraryVectors(IDbContextFactory<WritingDb> readers, MemoryShelf shelf, TimeProvider clock)
    {
        _readers = readers;
        _watching = shelf.Subscribe(storyId => _changed[storyId] = true);
        _unused = clock.CreateTimer(_ => Forget(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Whether the vectors are in memory.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_gate)
            {
                return _copy is not null;
            }
        }
    }

    /// <summary>The entries that are nearest to a query, nearest first.</summary>
    /// <param name="embeddingModel">The space of the query.</param>
    /// <param name="query">Its vector.</param>
    /// <param name="count">How many to find.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<IReadOnlyList<NearEntry>> NearestAsync(string embeddingModel, ReadOnlyMemory<float> query, int count, CancellationToken cancellationToken) =>
        ReadAsync<IReadOnlyList<NearEntry>>(embeddingModel, reader => Nearest(reader, query, count, cancellationToken), cancellationToken);

    /// <summary>Reads the vectors before the first search of them, which then waits for what is left of that alone.</summary>
    public Task MakeReadyAsync(string embeddingModel, CancellationToken cancellationToken) => IsOpen
        ? Task.CompletedTask
        : ReadAsync(embeddingModel, reader => reader.ReadDimensions() is { } dimensions ? Renewed(reader, dimensions, reader.ReadStories(), cancellationToken) : null, cancellationToken);

    /// <summary>Lets go of all vectors; they are read anew when they are next needed.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _copy = null;
            _forgotten++;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _watching.Dispose();
        await _unused.DisposeAsync();
        Forget();
    }

    private async Task<T> ReadAsync<T>(string embeddingModel, Func<VectorReader, T> read, CancellationToken cancellationToken)
    {
        await using var db = await _readers.CreateDbContextAsync(cancellationToken);
        var owner = db.OwnerId ?? throw new InvalidOperationException("A search is made for a person.");
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await db.Database.OpenConnectionAsync(cancellationToken);
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            return await Task.Run(() => connection.Until(() => read(new VectorReader(connection, owner, embeddingModel)), cancellationToken), cancellationToken);
        }
        finally
        {
            _unused.Change(KeepFor, Timeout.InfiniteTimeSpan);
            _turn.Release();
        }
    }

    private List<NearEntry> Nearest(VectorReader reader, ReadOnlyMemory<float> query, int count, CancellationToken cancellationToken)
    {
        var stories = reader.ReadStories();
        var copy = Renewed(reader, query.Length, stories, cancellationToken);

        return [.. copy.Nearest(query.Span, Candidates, stories)
            .Select(stepId => reader.Weigh(stepId, query.Span))
            .OfType<NearEntry>()
            .OrderByDescending(entry => entry.Cosine)
            .Take(count)];
    }

    private VectorCopy Renewed(VectorReader reader, int dimensions, Dictionary<Guid, long> stories, CancellationToken cancellationToken)
    {
        var (open, forgotten) = Take();
        var copy = open is not null && open.Fits(reader.EmbeddingModel, dimensions) ? open : new VectorCopy(reader.EmbeddingModel, dimensions);
        Renew(copy, reader, stories, cancellationToken);
        Keep(copy, forgotten);
        return copy;
    }

    // While it is renewed nobody has it: one that was left half done is not used again.
    private (VectorCopy? Copy, int Forgotten) Take()
    {
        lock (_gate)
        {
            var copy = _copy;
            _copy = null;
            return (copy, _forgotten);
        }
    }

    // What was let go of meanwhile may be of stories that have been replaced.
    private void Keep(VectorCopy copy, int forgotten)
    {
        lock (_gate)
        {
            _copy = forgotten == _forgotten ? copy : null;
        }
    }

    // Told of before it is read, a story that changes meanwhile is read once more the next time.
    private void Renew(VectorCopy copy, VectorReader reader, Dictionary<Guid, long> stories, CancellationToken cancellationToken)
    {
        foreach (var (storyId, changedAt) in stories)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_changed.TryRemove(storyId, out _) || !copy.IsOf(storyId, changedAt))
            {
                copy.Remove(storyId);
                reader.ReadStory(storyId, (stepId, vector) => copy.Add(storyId, stepId, vector));
                copy.Note(storyId, changedAt);
            }
        }
    }
}
