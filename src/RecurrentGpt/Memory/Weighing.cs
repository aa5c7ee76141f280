namespace RecurrentGpt.Memory;

/// <summary>
/// All entries of a path, weighed for a plan: which would be sent, why, and why not the others. What is recalled is read off from here,
/// so that what is shown beforehand and what is sent cannot differ.
/// </summary>
public sealed class Weighing
{
    private readonly MemoryPath _path;
    private readonly double[] _scores;
    private readonly List<int> _pinned = [];
    private readonly List<int> _pinnedLeftOut = [];
    private readonly List<int> _best;
    private readonly Lazy<IReadOnlyList<WeighedEntry>> _entries;

    /// <param name="path">The entries, oldest first.</param>
    /// <param name="scores">The score of each; not a number where there is none.</param>
    /// <param name="count">How many are sent beside the pinned ones.</param>
    internal Weighing(MemoryPath path, double[] scores, int count)
    {
        _path = path;
        _scores = scores;
        var (competing, indexed, scored) = Count();
        NotIndexed = competing - indexed;

        // Nearness among a few of many says little; then the latest serve better.
        ByMeaning = competing == 0 || (scored > 0 && scored * 2 >= competing);
        SettlePinned();
        _best = Best(count);
        _entries = new Lazy<IReadOnlyList<WeighedEntry>>(All);
    }

    /// <summary>Every entry of the path, oldest first.</summary>
    public IReadOnlyList<WeighedEntry> Entries => _entries.Value;

    /// <summary>False when fewer than half of the entries could be compared with the plan, and the latest are taken.</summary>
    public bool ByMeaning { get; }

    /// <summary>How many entries that might have been recalled could not be compared with any plan, because they are not indexed.</summary>
    public int NotIndexed { get; }

    /// <summary>Tokens, by estimate, that the pinned entries which are sent take of <see cref="LongTermMemory.PinnedTokenBudget"/>.</summary>
    public int PinnedTokens { get; private set; }

    /// <summary>What goes into the prompt: pinned entries first, then the best.</summary>
    public Recall ToRecall()
    {
        if (_pinned.Count + _best.Count + _pinnedLeftOut.Count + NotIndexed == 0 && ByMeaning)
        {
            return Recall.Nothing;
        }

        var pinned = _pinned.Select(at => ToRecalled(at, RecallReason.Pinned));
        var best = _best.Select(at => ToRecalled(at, BestReason));
        return new Recall([.. pinned, .. best], ByMeaning, [.. _pinnedLeftOut.Select(at => _path.Entries[at].Number)]) { NotIndexed = NotIndexed };
    }

    private RecallReason BestReason => ByMeaning ? RecallReason.Similar : RecallReason.Recent;

    private (int Competing, int Indexed, int Scored) Count()
    {
        var (competing, indexed, scored) = (0, 0, 0);
        for (var at = 0; at < _scores.Length; at++)
        {
            if (_path.Standings[at] == EntryStanding.Competes)
            {
                competing++;
                indexed += _path.Rows[at] < 0 ? 0 : 1;
                scored += double.IsNaN(_scores[at]) ? 0 : 1;
            }
        }

        return (competing, indexed, scored);
    }

    private void SettlePinned()
    {
        for (var at = 0; at < _scores.Length; at++)
        {
            if (_path.Standings[at] != EntryStanding.Pinned)
            {
                continue;
            }

            var tokens = Prompts.TokenEstimate.Of(_path.Entries[at].Text);
            var fits = PinnedTokens + tokens <= LongTermMemory.PinnedTokenBudget;
            (fits ? _pinned : _pinnedLeftOut).Add(at);
            PinnedTokens += fits ? tokens : 0;
        }
    }

    // A heap of no more than what is recalled: the least of it is on top, and most entries are turned away by one comparison.
    private List<int> Best(int count)
    {
        var best = new PriorityQueue<int, (double Score, int At)>(count + 1);
        var least = double.NegativeInfinity;
        for (var at = 0; at < _scores.Length && count > 0; at++)
        {
            var score = ByMeaning ? _scores[at] : 0;

            // What is not a number is never as near as another; of two that are as near, the later one is taken.
            if (_path.Standings[at] == EntryStanding.Competes && score >= least)
            {
                best.Enqueue(at, (score, at));
                if (best.Count > count)
                {
                    best.Dequeue();
                }

                least = best.Count == count && best.TryPeek(out _, out var rank) ? rank.Score : least;
            }
        }

        var sorted = new List<int>(count);
        while (best.TryDequeue(out var at, out _))
        {
            sorted.Insert(0, at);
        }

        return sorted;
    }

    private IReadOnlyList<WeighedEntry> All()
    {
        var sent = new Dictionary<int, RecallReason>();
        _pinned.ForEach(at => sent[at] = RecallReason.Pinned);
        _best.ForEach(at => sent[at] = BestReason);
        return [.. _path.Entries.Select((entry, at) => new WeighedEntry(entry, _path.Rows[at] >= 0, ScoreOf(at))
        {
            Sent = sent.TryGetValue(at, out var reason) ? reason : null,
            NotSent = sent.ContainsKey(at) ? null : WhyNot(at),
        })];
    }

    private NotSentReason WhyNot(int at) => _path.Standings[at] switch
    {
        EntryStanding.Banned => NotSentReason.Banned,
        EntryStanding.Pinned => NotSentReason.OverBudget,
        EntryStanding.Head => NotSentReason.Head,
        _ => ByMeaning && _path.Rows[at] < 0 ? NotSentReason.NotIndexed : NotSentReason.NotAmongTheNearest,
    };

    private double? ScoreOf(int at) => double.IsNaN(_scores[at]) ? null : _scores[at];

    private RecalledEntry ToRecalled(int at, RecallReason reason)
    {
        var entry = _path.Entries[at];
        return new(entry.StepId, entry.Number, entry.Text, ScoreOf(at), reason);
    }
}
