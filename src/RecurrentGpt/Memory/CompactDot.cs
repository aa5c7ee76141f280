using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RecurrentGpt.Memory;

/// <summary>Dot product of a vector of single bytes and a query of twice that width. Exact: the query's values are kept so small that no sum is cut.</summary>
public static class CompactDot
{
    /// <summary>Lengths must be a multiple of this.</summary>
    public const int Step = 32;

    /// <summary>The largest value that a query of a length may have.</summary>
    public static int LargestValue(int length) => Math.Min(short.MaxValue, int.MaxValue / (sbyte.MaxValue * Math.Max(1, length)));

    /// <summary>The dot product, by the widest instructions that the machine has.</summary>
    public static int Of(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        Check(row, query);
        return Avx2.IsSupported ? Wide(row, query) : Portable(row, query);
    }

    // Sixteen at a time: widened, multiplied and added in pairs. Two sums hide the time that each addition waits for the one before it.
    private static int Wide(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        ref var firstOfRow = ref MemoryMarshal.GetReference(row);
        ref var firstOfQuery = ref MemoryMarshal.GetReference(query);
        var (even, odd) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (nuint at = 0; at < (nuint)row.Length; at += Step)
        {
            even += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref firstOfRow, at)), Vector256.LoadUnsafe(ref firstOfQuery, at));
            odd += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref firstOfRow, at + 16)), Vector256.LoadUnsafe(ref firstOfQuery, at + 16));
        }

        return Vector256.Sum(even + odd);
    }

    /// <summary>The same on any machine.</summary>
    public static int Portable(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        Check(row, query);
        ref var firstOfRow = ref MemoryMarshal.GetReference(row);
        ref var firstOfQuery = ref MemoryMarshal.GetReference(query);
        var sum = Vector128<int>.Zero;
        for (nuint at = 0; at < (nuint)row.Length; at += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref firstOfRow, at));
            sum += Products(low, Vector128.LoadUnsafe(ref firstOfQuery, at)) + Products(high, Vector128.LoadUnsafe(ref firstOfQuery, at + 8));
        }

        return Vector128.Sum(sum);
    }

    private static void Check(ReadOnlySpan<sbyte> row, ReadOnlySpan<short> query)
    {
        if (row.Length != query.Length || row.Length % Step != 0)
        {
            throw new ArgumentException("Vectors of different or odd lengths have no dot product here.", nameof(query));
        }
    }

    private static Vector128<int> Products(Vector128<short> row, Vector128<short> query)
    {
        var (rowLow, rowHigh) = Vector128.Widen(row);
        var (queryLow, queryHigh) = Vector128.Widen(query);
        return (rowLow * queryLow) + (rowHigh * queryHigh);
    }
}
