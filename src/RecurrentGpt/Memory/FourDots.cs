using System.Numerics;
using System.Runtime.InteropServices;

namespace RecurrentGpt.Memory;

/// <summary>
/// Dot products of four vectors with one query at once. Memory is read in four places, which brings more of it in the same time than one place does, and the query
/// is read once instead of four times.
/// </summary>
internal static class FourDots
{
    internal const int Count = 4;

    internal static Vector4 Of(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> query)
    {
        var length = query.Length;
        if (a.Length != length || b.Length != length || c.Length != length || d.Length != length)
        {
            throw new ArgumentException("Vectors of different lengths have no dot product.", nameof(query));
        }

        var whole = length - (length % Vector<float>.Count);
        return Whole(a, b, c, d, query[..whole]) + Rest(a, b, c, d, query, whole);
    }

    // Four sums at a time also hide the time that each addition waits for the one before it.
    private static Vector4 Whole(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> query)
    {
        ref var firstA = ref MemoryMarshal.GetReference(a);
        ref var firstB = ref MemoryMarshal.GetReference(b);
        ref var firstC = ref MemoryMarshal.GetReference(c);
        ref var firstD = ref MemoryMarshal.GetReference(d);
        ref var firstQ = ref MemoryMarshal.GetReference(query);
        var (sumA, sumB, sumC, sumD) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (nuint at = 0; at < (nuint)query.Length; at += (nuint)Vector<float>.Count)
        {
            var q = Vector.LoadUnsafe(ref firstQ, at);
            sumA = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref firstA, at), q, sumA);
            sumB = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref firstB, at), q, sumB);
            sumC = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref firstC, at), q, sumC);
            sumD = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref firstD, at), q, sumD);
        }

        return new Vector4(Vector.Sum(sumA), Vector.Sum(sumB), Vector.Sum(sumC), Vector.Sum(sumD));
    }

    private static Vector4 Rest(ReadOnlySpan<float> a, ReadOnlySpan<float> b, ReadOnlySpan<float> c, ReadOnlySpan<float> d, ReadOnlySpan<float> query, int from)
    {
        var sum = Vector4.Zero;
        for (var at = from; at < query.Length; at++)
        {
            sum += new Vector4(a[at], b[at], c[at], d[at]) * query[at];
        }

        return sum;
    }
}
