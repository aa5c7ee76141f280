using System.Runtime.InteropServices;

namespace RecurrentGpt.Stories.Changes;

/// <summary>A stretch of units in which two texts differ.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hunk(int LeftStart, int LeftEnd, int RightStart, int RightEnd)
{
    // Up to this many words between two differences are read as part of one.
    private const int FewWords = 2;

    // How far ahead the second half of an emphasis is looked for.
    private const int LookAhead = 16;

    /// <summary>What lies between the pairs.</summary>
    internal static List<Hunk> Of(IReadOnlyList<(int Left, int Right)> pairs, int left, int right)
    {
        var hunks = new List<Hunk>();
        var (leftAt, rightAt) = (0, 0);
        foreach (var (pairLeft, pairRight) in pairs.Append((left, right)))
        {
            if (pairLeft > leftAt || pairRight > rightAt)
            {
                hunks.Add(new Hunk(leftAt, pairLeft, rightAt, pairRight));
            }

            (leftAt, rightAt) = (pairLeft + 1, pairRight + 1);
        }

        return hunks;
    }

    /// <summary>Differences that lie close together become one, and so do the two ends of an emphasis that comes or goes.</summary>
    internal static List<Hunk> Readable(IReadOnlyList<Hunk> hunks, TextUnits left, TextUnits right)
    {
        var near = new List<Hunk>();
        foreach (var hunk in hunks)
        {
            if (near is [.., var last] && last.IsNear(hunk, left, right))
            {
                near[^1] = last.To(hunk);
            }
            else
            {
                near.Add(hunk);
            }
        }

        return Balanced(near, left, right);
    }

    private static List<Hunk> Balanced(List<Hunk> hunks, TextUnits left, TextUnits right)
    {
        var balanced = new List<Hunk>();
        for (var at = 0; at < hunks.Count; at++)
        {
            var last = Enumerable.Range(at, Math.Min(LookAhead, hunks.Count - at)).Where(to => hunks[at].To(hunks[to]).IsBalanced(left, right)).DefaultIfEmpty(at).First();
            balanced.Add(hunks[at].To(hunks[last]));
            at = last;
        }

        return balanced;
    }

    private Hunk To(Hunk last) => new(LeftStart, last.LeftEnd, RightStart, last.RightEnd);

    private bool IsNear(Hunk next, TextUnits left, TextUnits right)
    {
        var between = left.Between(LeftEnd, next.LeftStart);
        var words = Prose.Words(between);
        return !between.AsSpan().ContainsAny('\n', '\r')
            && (words == 0 || (words <= FewWords && between.Length <= Math.Min(Size(left, right), next.Size(left, right))));
    }

    private int Size(TextUnits left, TextUnits right) => Math.Max(left.Length(LeftStart, LeftEnd), right.Length(RightStart, RightEnd));

    private bool IsBalanced(TextUnits left, TextUnits right) => IsBalanced(left, LeftStart, LeftEnd) && IsBalanced(right, RightStart, RightEnd);

    private static bool IsBalanced(TextUnits units, int start, int end)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        for (var at = start; at < end; at++)
        {
            if (units.IsMark(at) && !open.Add(units.Texts[at]))
            {
                open.Remove(units.Texts[at]);
            }
        }

        return open.Count == 0;
    }
}
