namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Lays the memory that was written over the memory that was given, sentence by sentence.</summary>
internal sealed class Overlay
{
    // Beyond this nobody follows which sentence became which: all are shown as dropped and added.
    private const int MostComparisons = 40_000;

    private readonly IReadOnlyList<SentenceSpan> _before;
    private readonly IReadOnlyList<SentenceSpan> _after;
    private readonly HashSet<int> _movedFrom = [];
    private readonly HashSet<int> _movedTo = [];
    private readonly List<Slot> _slots = [];
    private int _changes;

    private Overlay(IReadOnlyList<SentenceSpan> before, IReadOnlyList<SentenceSpan> after)
    {
        _before = before;
        _after = after;
    }

    internal static IReadOnlyList<Slot> Of(IReadOnlyList<SentenceSpan> before, IReadOnlyList<SentenceSpan> after) => new Overlay(before, after).Lay();

    private List<Slot> Lay()
    {
        var kept = CommonSequence.Pairs([.. _before.Select(span => span.Text)], [.. _after.Select(span => span.Text)]);
        FindMoved(kept);
        var (left, right) = (0, 0);
        foreach (var (before, after) in kept)
        {
            LayGap(left, before, right, after);
            _slots.Add(new Slot(_before[before], _after[after], null));
            (left, right) = (before + 1, after + 1);
        }

        LayGap(left, _before.Count, right, _after.Count);
        return _slots;
    }

    // A sentence that only changed its place is still there: it is neither dropped nor added.
    private void FindMoved(IReadOnlyList<(int Left, int Right)> kept)
    {
        var (left, right) = (kept.Select(pair => pair.Left).ToHashSet(), kept.Select(pair => pair.Right).ToHashSet());
        var leaving = Enumerable.Range(0, _before.Count).Where(at => !left.Contains(at)).GroupBy(at => _before[at].Text).ToDictionary(group => group.Key, group => new Queue<int>(group));
        for (var at = 0; at < _after.Count; at++)
        {
            if (!right.Contains(at) && leaving.TryGetValue(_after[at].Text, out var from) && from.TryDequeue(out var before))
            {
                _movedFrom.Add(before);
                _movedTo.Add(at);
            }
        }
    }

    private void LayGap(int left, int leftEnd, int right, int rightEnd)
    {
        int[] dropped = [.. Enumerable.Range(left, leftEnd - left).Where(at => !_movedFrom.Contains(at))];
        int[] added = [.. Enumerable.Range(right, rightEnd - right).Where(at => !_movedTo.Contains(at))];
        var next = 0;
        foreach (var (before, after) in Reworded(dropped, added))
        {
            Drop(dropped[next..before]);
            next = before + 1;
            Add(right, added[after]);
            right = added[after] + 1;
            Put(_before[dropped[before]], _after[added[after]], ChangeKind.Reworded);
        }

        Drop(dropped[next..]);
        Add(right, rightEnd);
    }

    private void Drop(int[] places)
    {
        foreach (var at in places)
        {
            Put(_before[at], null, ChangeKind.Dropped);
        }
    }

    private void Add(int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (_movedTo.Contains(at))
            {
                _slots.Add(new Slot(null, _after[at], null));
            }
            else
            {
                Put(null, _after[at], ChangeKind.Added);
            }
        }
    }

    private void Put(SentenceSpan? before, SentenceSpan? after, ChangeKind kind) =>
        _slots.Add(new Slot(before, after, new MemoryChange(_changes++, kind, before?.Text ?? "", after?.Text ?? "")));

    private List<(int Dropped, int Added)> Reworded(int[] dropped, int[] added)
    {
        if (dropped.Length == 0 || added.Length == 0 || (long)dropped.Length * added.Length > MostComparisons)
        {
            return [];
        }

        var left = Array.ConvertAll(dropped, at => new Wording(_before[at].Text));
        var right = Array.ConvertAll(added, at => new Wording(_after[at].Text));
        return Pairing.InOrder(left.Length, right.Length, (i, j) => left[i].Likeness(right[j]), Wording.MostlyTheSame);
    }
}
