namespace RecurrentGpt.Stories.Changes;

/// <summary>Of pairs in the order of their left places, the longest row whose right places rise too.</summary>
internal static class LongestRise
{
    internal static IReadOnlyList<(int Left, int Right)> Of(IReadOnlyList<(int Left, int Right)> pairs)
    {
        var ends = new List<int>(); // of the best row of each length, the pair that it ends with
        var before = new int[pairs.Count];
        for (var at = 0; at < pairs.Count; at++)
        {
            var length = Lower(ends, pairs, pairs[at].Right);
            before[at] = length > 0 ? ends[length - 1] : -1;
            if (length == ends.Count)
            {
                ends.Add(at);
            }
            else
            {
                ends[length] = at;
            }
        }

        var row = new List<(int, int)>();
        for (var at = ends.Count > 0 ? ends[^1] : -1; at >= 0; at = before[at])
        {
            row.Add(pairs[at]);
        }

        row.Reverse();
        return row;
    }

    // How many rows end below a place.
    private static int Lower(List<int> ends, IReadOnlyList<(int Left, int Right)> pairs, int right)
    {
        var (low, high) = (0, ends.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pairs[ends[middle]].Right < right ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
