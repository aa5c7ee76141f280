namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Pairs the things of two sequences, in order, so that the pairs are as alike as can be.</summary>
internal static class Pairing
{
    /// <summary>The pairs with the greatest sum of likeness, each at least <paramref name="least"/>; no two cross.</summary>
    internal static List<(int Left, int Right)> InOrder(int left, int right, Func<int, int, double> likeness, double least)
    {
        var best = new double[left + 1, right + 1];
        var isPair = new bool[left + 1, right + 1];
        for (var i = left - 1; i >= 0; i--)
        {
            for (var j = right - 1; j >= 0; j--)
            {
                var alike = likeness(i, j);
                var paired = alike >= least ? alike + best[i + 1, j + 1] : 0;
                var apart = Math.Max(best[i + 1, j], best[i, j + 1]);
                isPair[i, j] = paired > apart;
                best[i, j] = Math.Max(paired, apart);
            }
        }

        return Read(left, right, best, isPair);
    }

    private static List<(int Left, int Right)> Read(int left, int right, double[,] best, bool[,] isPair)
    {
        var pairs = new List<(int, int)>();
        for (var (i, j) = (0, 0); i < left && j < right;)
        {
            if (isPair[i, j])
            {
                pairs.Add((i++, j++));
            }
            else if (best[i + 1, j] >= best[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return pairs;
    }
}
