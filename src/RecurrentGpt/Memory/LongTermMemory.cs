using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Memory;

/// <summary>
/// Long-term memory of one open story: the entries of all its branches and their vectors.
/// Loaded once, appended to; safe to use from several threads. Whatever asks for a path throws an <see cref="InvalidOperationException"/>
/// when its entries lead back to one of themselves.
/// </summary>
public sealed class LongTermMemory
{
    /// <summary>Tokens that pinned entries may take in a prompt.</summary>
    public const int PinnedTokenBudget = 600;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Place> _places;
    private readonly VectorRows _vectors;
    private readonly Lazy<WordIndex> _words;
    private MemoryPath? _lastPath;

    /// <summary>Makes a memory of the given entries.</summary>
    /// <param name="embeddingModel">The space that plans are embedded in now. Vectors of other spaces are not indexed.</param>
    /// <param name="entries">The entries.</param>
    public LongTermMemory(string embeddingModel, IEnumerable<MemoryEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        EmbeddingModel = embeddingModel;
        _words = new(() => new WordIndex(this));
        var all = entries as IReadOnlyCollection<MemoryEntry> ?? [.. entries];
        _places = new(all.Count);
        _vectors = new VectorRows(all.Count, UsualLength(all));
        foreach (var entry in all)
        {
            Put(entry);
        }
    }

    /// <summary>The space that vectors are compared in.</summary>
    public string EmbeddingModel { get; }

    /// <summary>Length of the vectors that can be compared here: of those that it was made of, the most; 0 while there are none.</summary>
    public int Dimensions
    {
        get
        {
            lock (_gate)
            {
                return _vectors.Dimensions;
            }
        }
    }

    /// <summary>Vectors of plans that were looked at before they are followed.</summary>
    public PlanVectors Plans { get; } = new();

    /// <summary>The same entries by words.</summary>
    public WordIndex Words => _words.Value;

    /// <summary>How many entries there are, of all branches.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _places.Count;
            }
        }
    }

    /// <summary>Adds an entry, or puts a changed one in the place of the old. A version older than the one that is there is not taken.</summary>
    public void Put(MemoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            var isKnown = _places.TryGetValue(entry.StepId, out var place);
            place ??= _places[entry.StepId] = new Place { Entry = entry };
            if (entry.Version >= place.Entry.Version)
            {
                place.Entry = WithKnownVector(entry, place.Entry);
                place.Row = RowFor(place.Row, place.Entry);

                // One that was not there before is on no whole path.
                _lastPath = isKnown ? null : _lastPath;
            }
        }
    }

    /// <summary>Gives an entry its vector, of the present space; not when its text is another one by now.</summary>
    public void Index(EntryVector vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        lock (_gate)
        {
            if (_places.TryGetValue(vector.StepId, out var place) && place.Entry.Text == vector.Text)
            {
                Put(place.Entry with { Vector = vector.Vector, EmbeddingModel = EmbeddingModel });
            }
        }
    }

    /// <summary>The entries of all branches that have no vector which could be compared in the present space, latest first.</summary>
    public IReadOnlyList<MemoryEntry> ToIndex()
    {
        lock (_gate)
        {
            return [.. _places.Values.Where(place => place.Row < 0).Select(place => place.Entry).OrderByDescending(entry => entry.Number)];
        }
    }

    /// <summary>The entry of a step; null when there is none.</summary>
    public MemoryEntry? Find(Guid stepId)
    {
        lock (_gate)
        {
            return _places.GetValueOrDefault(stepId)?.Entry;
        }
    }

    /// <summary>The entries from the first step to <paramref name="headId"/>, oldest first.</summary>
    public IReadOnlyList<MemoryEntry> Path(Guid headId)
    {
        lock (_gate)
        {
            return [.. Walk(headId).Select(place => place.Entry)];
        }
    }

    /// <summary>How many entries on the path to <paramref name="headId"/> have no vector of the present space.</summary>
    public int NotIndexed(Guid headId)
    {
        lock (_gate)
        {
            return Walk(headId).Count(place => place.Row < 0);
        }
    }

    /// <summary>
    /// Weighs every entry of the path for a plan: pinned entries within <see cref="PinnedTokenBudget"/>, the head's among them, and the
    /// <paramref name="count"/> nearest of the others by cosine, would be sent. The head's own entry is left out otherwise, since its paragraph
    /// is in the prompt anyway; banned entries are never sent. Where fewer than half can be compared, the latest are taken.
    /// </summary>
    /// <param name="headId">The step that the story stands on.</param>
    /// <param name="plan">The plan's embedding, of any length but zero; null when there is none, then the latest entries are taken.</param>
    /// <param name="count">How many entries to take beside the pinned ones.</param>
    public Weighing Weigh(Guid headId, ReadOnlyMemory<float>? plan, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        lock (_gate)
        {
            var path = PathTo(headId);
            return new Weighing(path, Score(path, plan), count);
        }
    }

    /// <summary>Recalls for a plan: what <see cref="Weigh"/> says would be sent.</summary>
    /// <param name="headId">The step that the story stands on.</param>
    /// <param name="plan">The plan's embedding, of any length but zero; null when it could not be made, then the latest entries are taken.</param>
    /// <param name="count">How many entries to recall beside the pinned ones.</param>
    public Recall Recall(Guid headId, ReadOnlyMemory<float>? plan, int count) => Weigh(headId, plan, count).ToRecall();

    /// <summary>The entry before a step on its path that is nearest to its own, the one just before it among them; null when nothing can be compared.</summary>
    public (MemoryEntry Entry, double Cosine)? Nearest(Guid stepId)
    {
        lock (_gate)
        {
            if (_places.GetValueOrDefault(stepId) is not { Row: >= 0, Entry.Vector: { } vector } place || place.Entry.ParentId is not { } parentId)
            {
                return null;
            }

            var path = PathTo(parentId);
            var cosines = new double[path.Rows.Length];
            _vectors.Cosines(path.Rows, vector.Span, cosines);
            var nearest = IndexOfMost(cosines);
            return nearest < 0 ? null : (path.Entries[nearest], cosines[nearest]);
        }
    }

    // Below zero when none is a number; of two that are the same, the first.
    private static int IndexOfMost(ReadOnlySpan<double> cosines)
    {
        var most = -1;
        for (var at = 0; at < cosines.Length; at++)
        {
            if (!double.IsNaN(cosines[at]) && (most < 0 || cosines[at] > cosines[most]))
            {
                most = at;
            }
        }

        return most;
    }

    // One odd vector that came first must not turn all the others away.
    private int UsualLength(IEnumerable<MemoryEntry> entries) => entries
        .Where(entry => entry.EmbeddingModel == EmbeddingModel && entry.Vector is { Length: > 0 })
        .CountBy(entry => entry.Vector!.Value.Length)
        .OrderByDescending(length => length.Value)
        .FirstOrDefault().Key;

    // A pin may have been stored before the vector and come here after it; the same text has the same vector.
    private static MemoryEntry WithKnownVector(MemoryEntry entry, MemoryEntry old) =>
        entry.Vector is null && entry.Text == old.Text ? entry with { Vector = old.Vector, EmbeddingModel = old.EmbeddingModel } : entry;

    private List<Place> Walk(Guid headId)
    {
        var path = new List<Place>();
        for (var place = _places.GetValueOrDefault(headId); place is not null; place = ParentOf(place))
        {
            // A way that is longer than there are entries is a circle, and would be walked until no memory is left.
            if (path.Count == _places.Count)
            {
                throw new InvalidOperationException($"The entries before step {headId} lead back to one of themselves.");
            }

            path.Add(place);
        }

        path.Reverse();
        return path;
    }

    // Found once, then followed without a search: a path of thousands is walked for each plan that is looked at.
    private Place? ParentOf(Place place) => place.Parent ??= place.Entry.ParentId is { } id ? _places.GetValueOrDefault(id) : null;

    // The three plans of a desk, and the step that follows one of them, ask about the same path; the next step's is that path and one more.
    private MemoryPath PathTo(Guid headId)
    {
        if (_lastPath?.HeadId == headId)
        {
            return _lastPath;
        }

        var path = _places.GetValueOrDefault(headId) is { } head && _lastPath is { } last && head.Entry.ParentId == last.HeadId
            ? last.GoOnTo(head.Entry, head.Row)
            : Walked(headId);
        _lastPath = path.IsWhole ? path : null;
        return path;
    }

    private MemoryPath Walked(Guid headId)
    {
        var places = Walk(headId);
        return new MemoryPath(headId, [.. places.Select(place => place.Entry)], [.. places.Select(place => place.Row)]);
    }

    private double[] Score(MemoryPath path, ReadOnlyMemory<float>? plan)
    {
        var scores = new double[path.Rows.Length];
        if (plan is { Length: > 0 } query && query.Length == _vectors.Dimensions)
        {
            _vectors.Cosines(path.Rows, query.Span, scores);
        }
        else
        {
            scores.AsSpan().Fill(double.NaN);
        }

        return scores;
    }

    private int RowFor(int row, MemoryEntry entry)
    {
        var vector = entry.EmbeddingModel == EmbeddingModel ? entry.Vector : null;
        if (row < 0)
        {
            return vector is { } added && _vectors.TryAdd(added, out var fresh) ? fresh : -1;
        }

        if (vector is { } replaced && _vectors.TryReplace(row, replaced))
        {
            return row;
        }

        _vectors.Free(row);
        return -1;
    }

    /// <summary>An entry, the row of its vector (below zero when it is not indexed), and the place of the entry before it once that was looked for.</summary>
    private sealed class Place
    {
        public required MemoryEntry Entry { get; set; }

        public int Row { get; set; } = -1;

        public Place? Parent { get; set; }
    }
}
