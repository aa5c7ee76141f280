namespace RecurrentGpt.Comparison;

/// <summary>Where two paths of one tree part.</summary>
public static class Fork
{
    /// <summary>How many steps two paths have in common at their beginning; 0 when they have nothing in common.</summary>
    /// <param name="left">The ids of the one path, from its first step.</param>
    /// <param name="right">The ids of the other.</param>
    public static int Common(IReadOnlyList<Guid> left, IReadOnlyList<Guid> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);

        // Two steps on the same place are the same exactly as long as the paths have not parted, so that halving finds the place.
        var (same, other) = (0, Math.Min(left.Count, right.Count));
        while (same < other)
        {
            var middle = (same + other + 1) / 2;
            (same, other) = left[middle - 1] == right[middle - 1] ? (middle, other) : (same, middle - 1);
        }

        return same;
    }
}
