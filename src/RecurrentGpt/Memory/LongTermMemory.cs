namespace RecurrentGpt.Memory;

/// <summary>
/// Long-term memory of one open story: the entries of all its branches and their vectors, as one contiguous matrix.
/// Loaded once, appended to; safe to use from several threads.
/// </summary>
public sealed class LongTermMemory
{
    /// <summary>Tokens that pinned entries may take in a prompt.</summary>
    public const int PinnedTokenBudget = 600;

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, MemoryEntry> _entries = [];
    private readonly Dictionary<Guid, int> _rows = [];
    private readonly VectorMatrix _matrix;

    /// <summary>Makes a memory of the given entries.</summary>
    /// <param name="embeddingModel">The space that plans are embedded in now. Vectors of other spaces are not indexed.</param>
    /// <param name="entries">The entries.</param>
    public LongTermMemory(string embeddingModel, IEnumerable<MemoryEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        EmbeddingModel = embeddingModel;
        var all = entries as IReadOnlyCollection<MemoryEntry> ?? [.. entries];
        _matrix = new VectorMatrix(all.Count);
        foreach (var entry in all)
        {
            Put(entry);
        }
    }

    /// <summary>The space that vectors are compared in.</summary>
    public string EmbeddingModel { get; }

    /// <summary>Vectors of plans that were looked at before they are followed.</summary>
    public PlanVectors Plans { get; } = new();

    /// <summary>Adds an entry, or puts a changed one in the place of the old.</summary>
    public void Put(MemoryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_gate)
        {
            _entries[entry.StepId] = entry;
            _rows.Remove(entry.StepId);
            if (entry.Vector is { } vector && entry.EmbeddingModel == EmbeddingModel && _matrix.TryAdd(vector.Span, out var row))
            {
                _rows[entry.StepId] = row;
            }
        }
    }

    /// <summary>The entries from the first step to <paramref name="headId"/>, oldest first.</summary>
    public IReadOnlyList<MemoryEntry> Path(Guid headId)
    {
        lock (_gate)
        {
            var path = new List<MemoryEntry>();
            for (Guid? id = headId; id is { } step && _entries.TryGetValue(step, out var entry); id = entry.ParentId)
            {
                path.Add(entry);
            }

            path.Reverse();
            return path;
        }
    }

    /// <summary>How many entries on the path to <paramref name="headId"/> have no vector of the present space.</summary>
    public int NotIndexed(Guid headId)
    {
        lock (_gate)
        {
            return Path(headId).Count(entry => !_rows.ContainsKey(entry.StepId));
        }
    }

    /// <summary>
    /// Recalls for a plan: pinned entries first, within <see cref="PinnedTokenBudget"/>, then the <paramref name="count"/> nearest by cosine.
    /// The head's own entry is left out, since its paragraph is in the prompt anyway; banned entries are never recalled.
    /// </summary>
    /// <param name="headId">The step that the story stands on.</param>
    /// <param name="plan">The plan's embedding, of any length but zero; null when it could not be made, then the latest entries are taken.</param>
    /// <param name="count">How many entries to recall beside the pinned ones.</param>
    public Recall Recall(Guid headId, ReadOnlyMemory<float>? plan, int count)
    {
        lock (_gate)
        {
            var candidates = Path(headId).Where(entry => entry.StepId != headId && !entry.Banned).ToList();
            if (candidates.Count == 0)
            {
                return Memory.Recall.Nothing;
            }

            var scores = Score(candidates, plan);
            var (pinned, leftOut) = TakePinned(candidates, scores);
            var others = candidates.Where(entry => !entry.Pinned);
            var byMeaning = scores.Count > 0;
            var chosen = byMeaning
                ? others.Where(entry => scores.ContainsKey(entry.StepId)).OrderByDescending(entry => scores[entry.StepId]).ThenByDescending(entry => entry.Number)
                : others.Reverse();
            var reason = byMeaning ? RecallReason.Similar : RecallReason.Recent;
            return new Recall([.. pinned, .. chosen.Take(count).Select(entry => ToRecalled(entry, scores, reason))], byMeaning, leftOut);
        }
    }

    private Dictionary<Guid, double> Score(List<MemoryEntry> candidates, ReadOnlyMemory<float>? plan)
    {
        var scores = new Dictionary<Guid, double>();
        if (plan is not { } query || query.Length != _matrix.Dimensions)
        {
            return scores;
        }

        foreach (var entry in candidates)
        {
            if (_rows.TryGetValue(entry.StepId, out var row))
            {
                scores[entry.StepId] = _matrix.Cosine(row, query.Span);
            }
        }

        return scores;
    }

    private static (List<RecalledEntry> Taken, List<int> LeftOut) TakePinned(List<MemoryEntry> candidates, Dictionary<Guid, double> scores)
    {
        var taken = new List<RecalledEntry>();
        var leftOut = new List<int>();
        var budget = PinnedTokenBudget;
        foreach (var entry in candidates.Where(entry => entry.Pinned))
        {
            var tokens = Prompts.TokenEstimate.Of(entry.Text);
            if (tokens > budget)
            {
                leftOut.Add(entry.Number);
                continue;
            }

            budget -= tokens;
            taken.Add(ToRecalled(entry, scores, RecallReason.Pinned));
        }

        return (taken, leftOut);
    }

    private static RecalledEntry ToRecalled(MemoryEntry entry, Dictionary<Guid, double> scores, RecallReason reason) =>
        new(entry.StepId, entry.Number, entry.Text, scores.TryGetValue(entry.StepId, out var score) ? score : null, reason);
}
