namespace RecurrentGpt.Memory;

/// <summary>
/// All entries of a path, weighed for a plan: which would be sent, why, and why not the others. What is recalled is read off from here,
/// so that what is shown beforehand and what is sent cannot differ.
/// </summary>
public sealed class Weighing
{
    private readonly List<WeighedEntry> _nearest = [];
    private readonly List<WeighedEntry> _pinned = [];
    private readonly List<int> _pinnedLeftOut = [];

    internal Weighing(IReadOnlyList<WeighedEntry> entries, int count)
    {
        Entries = entries;
        var (competing, indexed, scored) = Count(entries);
        NotIndexed = competing - indexed;

        // Nearness among a few of many says little; then the latest serve better.
        ByMeaning = competing == 0 || (scored > 0 && scored * 2 >= competing);
        SettlePinned();
        SettleOthers(count);
    }

    /// <summary>Every entry of the path, oldest first.</summary>
    public IReadOnlyList<WeighedEntry> Entries { get; }

    /// <summary>False when fewer than half of the entries could be compared with the plan, and the latest are taken.</summary>
    public bool ByMeaning { get; }

    /// <summary>How many entries that might have been recalled could not be compared with any plan, because they are not indexed.</summary>
    public int NotIndexed { get; }

    /// <summary>Tokens, by estimate, that the pinned entries which are sent take of <see cref="LongTermMemory.PinnedTokenBudget"/>.</summary>
    public int PinnedTokens { get; private set; }

    /// <summary>What goes into the prompt: pinned entries first, then the best.</summary>
    public Recall ToRecall() => _pinned.Count + _nearest.Count + _pinnedLeftOut.Count + NotIndexed == 0 && ByMeaning
        ? Recall.Nothing
        : new Recall([.. _pinned.Concat(_nearest).Select(ToRecalled)], ByMeaning, _pinnedLeftOut) { NotIndexed = NotIndexed };

    private static (int Competing, int Indexed, int Scored) Count(IReadOnlyList<WeighedEntry> entries)
    {
        var (competing, indexed, scored) = (0, 0, 0);
        foreach (var entry in entries)
        {
            if (entry.Competes)
            {
                competing++;
                indexed += entry.IsIndexed ? 1 : 0;
                scored += entry.Score is null ? 0 : 1;
            }
        }

        return (competing, indexed, scored);
    }

    private void SettlePinned()
    {
        foreach (var weighed in Entries)
        {
            if (weighed.Entry.Banned || !weighed.Entry.Pinned)
            {
                continue;
            }

            var tokens = Prompts.TokenEstimate.Of(weighed.Entry.Text);
            if (PinnedTokens + tokens > LongTermMemory.PinnedTokenBudget)
            {
                weighed.NotSent = NotSentReason.OverBudget;
                _pinnedLeftOut.Add(weighed.Entry.Number);
                continue;
            }

            PinnedTokens += tokens;
            weighed.Sent = RecallReason.Pinned;
            _pinned.Add(weighed);
        }
    }

    private void SettleOthers(int count)
    {
        _nearest.AddRange(Best(count));
        foreach (var weighed in _nearest)
        {
            weighed.Sent = ByMeaning ? RecallReason.Similar : RecallReason.Recent;
        }

        foreach (var weighed in Entries)
        {
            if (weighed.Sent is null)
            {
                weighed.NotSent ??= WhyNot(weighed);
            }
        }
    }

    // A heap of no more than what is recalled: the least of it is on top, and most entries are turned away by one comparison.
    private IEnumerable<WeighedEntry> Best(int count)
    {
        var best = new PriorityQueue<WeighedEntry, (double, int)>(count + 1);
        foreach (var weighed in Entries)
        {
            if (weighed.Competes && (!ByMeaning || weighed.Score is not null))
            {
                // Of two that are as near, the later one.
                var rank = (ByMeaning ? weighed.Score ?? 0 : 0, weighed.Entry.Number);
                if (best.Count < count)
                {
                    best.Enqueue(weighed, rank);
                }
                else
                {
                    best.EnqueueDequeue(weighed, rank);
                }
            }
        }

        return Drained(best).Reverse();
    }

    private static IEnumerable<WeighedEntry> Drained(PriorityQueue<WeighedEntry, (double, int)> queue)
    {
        while (queue.TryDequeue(out var weighed, out _))
        {
            yield return weighed;
        }
    }

    private NotSentReason WhyNot(WeighedEntry weighed) => weighed switch
    {
        { Entry.Banned: true } => NotSentReason.Banned,
        { Competes: false } => NotSentReason.Head,
        { IsIndexed: false } when ByMeaning => NotSentReason.NotIndexed,
        _ => NotSentReason.NotAmongTheNearest,
    };

    private static RecalledEntry ToRecalled(WeighedEntry weighed) =>
        new(weighed.Entry.StepId, weighed.Entry.Number, weighed.Entry.Text, weighed.Score, weighed.Sent ?? RecallReason.Similar);
}
