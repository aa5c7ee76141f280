using System.Runtime.InteropServices;
using RecurrentGpt.Memory.ShortTerm;

namespace RecurrentGpt.Stories.Changes;

/// <summary>
/// The units that two texts share, in order. Short stretches are compared unit by unit; long ones are first parted at the units that each side has once
/// (patience diff, Bram Cohen), so that the work grows with the texts and not with their product.
/// </summary>
internal sealed class CommonUnits
{
    // Two stretches of about a thousand words each; one such comparison takes half a megabyte.
    private const long MostCells = 4_000_000;
    private const int Deepest = 32;

    private readonly IReadOnlyList<string> _left;
    private readonly IReadOnlyList<string> _right;
    private readonly List<(int Left, int Right)> _pairs = [];
    private readonly Stack<(Stretch Stretch, int Depth)> _open = new();

    private CommonUnits(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        _left = left;
        _right = right;
    }

    /// <summary>Places that hold the same, in order.</summary>
    internal IReadOnlyList<(int Left, int Right)> Pairs => _pairs;

    /// <summary>How many units were looked at, 64 comparisons counted as one look.</summary>
    internal long Work { get; private set; }

    internal static CommonUnits Between(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var common = new CommonUnits(left, right);
        common._open.Push((new Stretch(0, left.Count, 0, right.Count), 0));
        while (common._open.TryPop(out var next))
        {
            common.Compare(next.Stretch, next.Depth);
        }

        common._pairs.Sort();
        return common;
    }

    private void Compare(Stretch stretch, int depth)
    {
        Work += stretch.LeftLength + stretch.RightLength;
        var rest = WithoutEnds(stretch);
        if (rest.LeftLength == 0 || rest.RightLength == 0)
        {
            return;
        }

        if (rest.Cells <= MostCells)
        {
            CompareEach(rest);
        }
        else if (depth < Deepest)
        {
            Part(rest, depth + 1);
        }
    }

    private Stretch WithoutEnds(Stretch stretch)
    {
        var (left, leftEnd, right, rightEnd) = stretch;
        while (left < leftEnd && right < rightEnd && _left[left] == _right[right])
        {
            _pairs.Add((left++, right++));
        }

        while (left < leftEnd && right < rightEnd && _left[leftEnd - 1] == _right[rightEnd - 1])
        {
            _pairs.Add((--leftEnd, --rightEnd));
        }

        return new Stretch(left, leftEnd, right, rightEnd);
    }

    private void CompareEach(Stretch stretch)
    {
        Work += stretch.Cells / 64;
        var left = _left.Skip(stretch.Left).Take(stretch.LeftLength).ToList();
        var right = _right.Skip(stretch.Right).Take(stretch.RightLength).ToList();
        _pairs.AddRange(CommonSequence.Pairs(left, right).Select(pair => (pair.Left + stretch.Left, pair.Right + stretch.Right)));
    }

    // Where nothing is on both sides just once, all of it counts as changed.
    private void Part(Stretch stretch, int depth)
    {
        var (left, right) = (stretch.Left, stretch.Right);
        var anchors = LongestRise.Of(OnceOnBoth(stretch));
        foreach (var anchor in anchors)
        {
            _pairs.Add(anchor);
            _open.Push((new Stretch(left, anchor.Left, right, anchor.Right), depth));
            (left, right) = (anchor.Left + 1, anchor.Right + 1);
        }

        if (anchors.Count > 0)
        {
            _open.Push((new Stretch(left, stretch.LeftEnd, right, stretch.RightEnd), depth));
        }
    }

    private List<(int Left, int Right)> OnceOnBoth(Stretch stretch)
    {
        var left = Once(_left, stretch.Left, stretch.LeftEnd);
        var right = Once(_right, stretch.Right, stretch.RightEnd);
        return
        [
            .. from unit in left
               where unit.Value >= 0 && right.GetValueOrDefault(unit.Key, -1) >= 0
               orderby unit.Value
               select (unit.Value, right[unit.Key]),
        ];
    }

    // The place of each unit; -1 for one that comes twice.
    private static Dictionary<string, int> Once(IReadOnlyList<string> units, int start, int end)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = start; at < end; at++)
        {
            places[units[at]] = places.ContainsKey(units[at]) ? -1 : at;
        }

        return places;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stretch(int Left, int LeftEnd, int Right, int RightEnd)
    {
        internal int LeftLength => LeftEnd - Left;

        internal int RightLength => RightEnd - Right;

        internal long Cells => (long)LeftLength * RightLength;
    }
}
