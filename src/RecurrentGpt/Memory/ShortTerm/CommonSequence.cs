namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>
/// The longest common subsequence of two sequences, 64 cells at a time (Hyyrö 2004, "Bit-parallel LCS-length computation revisited"):
/// a memory of 4,000 one-word sentences is compared in a few milliseconds and 2 MB.
/// </summary>
public static class CommonSequence
{
    /// <summary>The pairs of places that hold the same, in order.</summary>
    public static IReadOnlyList<(int Left, int Right)> Pairs(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return left.Count == 0 || right.Count == 0 ? [] : ReadBack(Rows(left, right), left.Count, right.Count);
    }

    // Bit i of row j is 0 where the common length grows between i and i + 1 for the first j + 1 of the right sequence.
    private static ulong[][] Rows(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        var places = Places(left);
        var nowhere = new ulong[Words(left.Count)];
        var row = new ulong[nowhere.Length];
        Array.Fill(row, ulong.MaxValue);
        var rows = new ulong[right.Count][];
        for (var j = 0; j < right.Count; j++)
        {
            rows[j] = row = Next(row, places.GetValueOrDefault(right[j], nowhere));
        }

        return rows;
    }

    private static Dictionary<string, ulong[]> Places(IReadOnlyList<string> left)
    {
        var places = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        for (var i = 0; i < left.Count; i++)
        {
            if (!places.TryGetValue(left[i], out var bits))
            {
                places[left[i]] = bits = new ulong[Words(left.Count)];
            }

            bits[i / 64] |= 1UL << (i % 64);
        }

        return places;
    }

    private static ulong[] Next(ulong[] row, ulong[] matches)
    {
        var next = new ulong[row.Length];
        var carry = 0UL;
        for (var word = 0; word < row.Length; word++)
        {
            var hits = row[word] & matches[word];
            var sum = row[word] + hits;
            var overflow = sum < hits ? 1UL : 0UL;
            sum += carry;
            overflow |= sum < carry ? 1UL : 0UL;
            next[word] = sum | (row[word] & ~hits);
            carry = overflow;
        }

        return next;
    }

    private static List<(int Left, int Right)> ReadBack(ulong[][] rows, int left, int right)
    {
        var pairs = new List<(int Left, int Right)>();
        while (left > 0 && right > 0)
        {
            if (IsSet(rows[right - 1], left - 1))
            {
                left--;
                continue;
            }

            right--;
            if (right == 0 || IsSet(rows[right - 1], left - 1))
            {
                left--;
                pairs.Add((left, right));
            }
        }

        pairs.Reverse();
        return pairs;
    }

    private static bool IsSet(ulong[] row, int bit) => (row[bit / 64] >> (bit % 64) & 1) == 1;

    private static int Words(int bits) => (bits + 63) / 64;
}
