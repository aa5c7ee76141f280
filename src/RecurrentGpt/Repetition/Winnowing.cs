using RecurrentGpt.Offline;

namespace RecurrentGpt.Repetition;

/// <summary>
/// Picks of all runs of <see cref="Run"/> units of a text those few that stand for it: in each window of <see cref="Window"/> runs the one with the least hash, the last
/// of equals (Schleimer, Wilkerson and Aiken, Winnowing, SIGMOD 2003). What is picked depends on nothing but the window, so every stretch of
/// <see cref="Guaranteed"/> units that two texts share holds a run that is picked in both, at the same place. About 2 in 5 runs are picked.
/// </summary>
internal static class Winnowing
{
    /// <summary>Units of a run that is hashed.</summary>
    internal const int Run = 5;

    /// <summary>Runs among which one is picked.</summary>
    internal const int Window = PhraseUnit.Fewest - Run + 1;

    /// <summary>Units of the shortest shared stretch that is always found.</summary>
    internal const int Guaranteed = Run + Window - 1;

    /// <summary>The hashes that are picked, and the unit where the run of each begins, in order.</summary>
    internal static IEnumerable<(uint Hash, int At)> Pick(int[] units)
    {
        var recent = new uint[Window];
        var least = -Window;
        for (var at = 0; at + Run <= units.Length; at++)
        {
            recent[at % Window] = HashOf(units.AsSpan(at, Run));
            var before = least;
            least = least <= at - Window ? LeastOf(recent, at) : recent[at % Window] <= recent[least % Window] ? at : least;
            if (at >= Window - 1 && (least != before || at == Window - 1))
            {
                yield return (recent[least % Window], least);
            }
        }
    }

    // The one that was least has left the window, or there was none.
    private static int LeastOf(uint[] recent, int at)
    {
        var least = at;
        for (var earlier = at - 1; earlier > at - Window && earlier >= 0; earlier--)
        {
            least = recent[earlier % Window] < recent[least % Window] ? earlier : least;
        }

        return least;
    }

    private static uint HashOf(ReadOnlySpan<int> run)
    {
        var hash = 0UL;
        foreach (var unit in run)
        {
            hash = StableHash.Mix(hash ^ (uint)unit);
        }

        return (uint)hash;
    }
}
