using System.Numerics.Tensors;

namespace RecurrentGpt.Memory;

/// <summary>
/// Vectors of one length in a quarter of their room: one signed byte a value, and one scale a vector. A search reads all of them, which takes a quarter of the time,
/// and finds the rows that are near a query; which of these is nearest is then for their exact vectors to say. Not safe for several threads at once.
/// </summary>
public sealed class CompactVectors
{
    private const int BlockBytes = 8 * 1024 * 1024;

    private readonly int _stride;
    private readonly int _rowsInBlock;
    private readonly List<sbyte[]> _blocks = [];
    private readonly List<float> _scales = [];
    private readonly Stack<int> _free = [];

    /// <summary>Makes room for vectors of a length.</summary>
    public CompactVectors(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimensions);
        Dimensions = dimensions;
        _stride = (dimensions + CompactDot.Step - 1) / CompactDot.Step * CompactDot.Step;
        _rowsInBlock = Math.Max(1, BlockBytes / _stride);
    }

    /// <summary>Length of each vector.</summary>
    public int Dimensions { get; }

    /// <summary>Number of rows that hold a vector.</summary>
    public int Count => _scales.Count - _free.Count;

    /// <summary>Takes a vector, in a row that was freed or else a new one.</summary>
    /// <returns>False when the vector cannot be compared: of another length, all zero, or not finite.</returns>
    public bool TryAdd(ReadOnlySpan<float> vector, out int row)
    {
        row = -1;
        var norm = TensorPrimitives.Norm(vector);
        if (vector.Length != Dimensions || norm is not (> 0 and < float.PositiveInfinity))
        {
            return false;
        }

        row = NewRow();
        var most = TensorPrimitives.MaxMagnitude(vector);
        Shrink(vector, sbyte.MaxValue / Math.Abs(most), RowAt(row));
        _scales[row] = Math.Abs(most) / sbyte.MaxValue / norm;
        return true;
    }

    /// <summary>Frees a row that holds a vector; the next one that is added may take its place.</summary>
    public void Free(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _scales.Count);
        _scales[row] = 0;
        _free.Push(row);
    }

    /// <summary>The rows that are nearest to a query by cosine, nearest first.</summary>
    /// <param name="query">The query, of the same length as the rows.</param>
    /// <param name="count">How many rows to find.</param>
    /// <param name="counts">Whether a row may be found; asked only of rows that are near enough.</param>
    public IReadOnlyList<NearRow> Nearest(ReadOnlySpan<float> query, int count, Func<int, bool> counts)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var (wide, scale) = Widen(query);
        var best = new PriorityQueue<int, double>(count + 1);
        var least = double.NegativeInfinity;
        for (var row = 0; row < _scales.Count; row++)
        {
            if (_scales[row] > 0 && CompactDot.Of(RowAt(row), wide) * scale * _scales[row] is var cosine && cosine > least && counts(row))
            {
                best.Enqueue(row, cosine);
                if (best.Count > count)
                {
                    best.Dequeue();
                }

                least = best.Count == count && best.TryPeek(out _, out var lowest) ? lowest : least;
            }
        }

        return [.. best.UnorderedItems.Select(item => new NearRow(item.Element, item.Priority)).OrderByDescending(near => near.Cosine).ThenBy(near => near.Row)];
    }

    private int NewRow()
    {
        if (_free.TryPop(out var freed))
        {
            return freed;
        }

        if (_scales.Count == _blocks.Count * _rowsInBlock)
        {
            // Zeros, since what lies behind a vector in its row is multiplied too.
            _blocks.Add(new sbyte[_rowsInBlock * _stride]);
        }

        _scales.Add(0);
        return _scales.Count - 1;
    }

    private Span<sbyte> RowAt(int row) => _blocks[row / _rowsInBlock].AsSpan(row % _rowsInBlock * _stride, _stride);

    private (short[] Query, double Scale) Widen(ReadOnlySpan<float> query)
    {
        if (query.Length != Dimensions)
        {
            throw new ArgumentException($"A query of {query.Length} values cannot be compared with rows of {Dimensions}.", nameof(query));
        }

        var wide = new short[_stride];
        var (norm, most) = (TensorPrimitives.Norm(query), Math.Abs(TensorPrimitives.MaxMagnitude(query)));
        if (norm is not (> 0 and < float.PositiveInfinity))
        {
            return (wide, 0);
        }

        var largest = CompactDot.LargestValue(_stride);
        for (var at = 0; at < query.Length; at++)
        {
            wide[at] = (short)MathF.Round(query[at] * (largest / most));
        }

        return (wide, (double)most / largest / norm);
    }

    private static void Shrink(ReadOnlySpan<float> vector, float factor, Span<sbyte> row)
    {
        for (var at = 0; at < vector.Length; at++)
        {
            row[at] = (sbyte)MathF.Round(vector[at] * factor);
        }
    }
}
