namespace RecurrentGpt.Offline;

/// <summary>
/// Walks through a finite set without coming to the same place twice before all were visited: that, and not chance, keeps sentences from repeating.
/// </summary>
internal static class Walk
{
    private const int Turns = 4;
    private static readonly int[] Strides = [11, 13, 17, 19];

    /// <summary>
    /// How far the walk through a list of <paramref name="count"/> goes on from one paragraph to the next: what lies between is for use within one paragraph.
    /// A few paragraphs in a row come to places that lie as far apart as can be.
    /// </summary>
    internal static int Stride(int count) => Strides.Where(stride => count % stride != 0).MaxBy(stride => Enumerable.Range(1, Turns).Min(turn => Apart(turn * stride, count)));

    /// <summary>The place that visit number <paramref name="visit"/> comes to, of <paramref name="count"/>.</summary>
    internal static long Place(long visit, long count, ulong seed)
    {
        var step = Math.Max(1, (long)(count * 0.618));
        while (Gcd(step, count) != 1)
        {
            step++;
        }

        return (long)((seed % (ulong)count) + (ulong)(visit % count * step % count)) % count;
    }

    private static int Apart(int way, int count) => Math.Min(way % count, count - (way % count));

    private static long Gcd(long a, long b) => b == 0 ? a : Gcd(b, a % b);
}
