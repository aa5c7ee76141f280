namespace RecurrentGpt.Replies;

/// <summary>
/// Chooses, among all labels of a reply, those that are its sections. The longest chain in the form's order wins, with as few skipped labels as can be;
/// of equal chains the last, because a model that writes twice corrects itself. Sections that are there but out of order are then added.
/// </summary>
internal sealed class SequenceChooser
{
    private const long Whole = 1_000_000;
    private const long Placeholder = 100;
    private const long Dressed = 40;
    private const long Sure = 20;

    private readonly List<Heading> _headings;
    private readonly List<Section> _order;
    private readonly int _common;
    private readonly Link?[] _best;

    private SequenceChooser(List<Heading> headings, ReplyForm form)
    {
        _headings = headings;
        _order = [.. form.Sections];
        _common = HeadingScanner.CommonStyle(headings);
        _best = new Link?[_order.Count];
    }

    /// <summary>The positions in <paramref name="headings"/> of the sections, ascending.</summary>
    internal static List<int> Choose(List<Heading> headings, ReplyForm form)
    {
        var chooser = new SequenceChooser(headings, form);
        var chain = chooser.LongestChain();
        chooser.AddStrays(chain);
        chain.Sort();
        return chain;
    }

    private List<int> LongestChain()
    {
        Link? longest = null;
        for (var at = 0; at < _headings.Count; at++)
        {
            if (Place(_headings[at]) is not (>= 0 and var place) || _headings[at].Filling == Filling.None)
            {
                continue;
            }

            var link = Extend(at, LastPlaceBefore(_headings[at], place));
            _best[place] = _best[place] is { } rival && rival.Standing > link.Standing ? rival : link;
            longest = longest is not null && longest.Score > link.Score ? longest : link;
        }

        return Positions(longest);
    }

    // The gap between two links counts against a chain. Kept as score plus position, so that all ends age alike and one comparison does.
    private Link Extend(int at, int places)
    {
        Link? before = null;
        for (var place = 0; place < places; place++)
        {
            before = _best[place] is { } end && (before is null || end.Standing >= before.Standing) ? end : before;
        }

        var score = Value(_headings[at]) + (before is null ? 0 : before.Standing - at + 1);
        return new Link(at, score, before);
    }

    private long Value(Heading heading)
    {
        var text = heading.Filling == Filling.Text ? Whole * Math.Max(1, heading.Plans) : Placeholder;
        return text + (heading.Mark.Style == _common ? Dressed : 0) + (heading.Strength != LabelStrength.Word ? Sure : 0);
    }

    private int Place(Heading heading) => heading.Role switch
    {
        LabelRole.Plans => _order.Count - 1,
        LabelRole.Section => _order.IndexOf(heading.Section!.Value),
        _ => -1,
    };

    // A list of plans stands in for all of them, so that none of them may come before it.
    private int LastPlaceBefore(Heading heading, int place) =>
        heading.Role == LabelRole.Plans ? _order.FindIndex(section => section >= Section.Instruction1) : place;

    private void AddStrays(List<int> chain)
    {
        if (chain.Count == 0)
        {
            return;
        }

        var (first, last) = (chain[0], chain[^1]);
        var held = chain.Select(at => _headings[at].Section).ToHashSet();
        var hasPlans = chain.Exists(at => _headings[at].Role == LabelRole.Plans);
        var strays = Enumerable.Range(0, _headings.Count)
            .Where(at => _headings[at] is { Role: LabelRole.Section, Filling: not Filling.None } heading
                && IsSure(heading) && !held.Contains(heading.Section) && !(hasPlans && heading.Section >= Section.Instruction1))
            .GroupBy(at => _headings[at].Section)
            .Select(group => group.OrderBy(at => Math.Max(0, Math.Max(first - at, at - last))).ThenByDescending(at => at).First());
        chain.AddRange(strays.ToList());
    }

    private bool IsSure(Heading heading) =>
        heading.Strength == LabelStrength.Phrase || heading.Mark.IsOwnLine || heading.Mark.IsDecorated || heading.Mark.Style == _common;

    private static List<int> Positions(Link? end)
    {
        var positions = new List<int>();
        for (var link = end; link is not null; link = link.Before)
        {
            positions.Add(link.At);
        }

        positions.Reverse();
        return positions;
    }

    private sealed record Link(int At, long Score, Link? Before)
    {
        internal long Standing => Score + At;
    }
}
