using System.Numerics.Tensors;

namespace RecurrentGpt.Benchmarks.Vectors;

/// <summary>Vectors of length 1 in any direction, the same for the same seed, row after row in one array.</summary>
internal sealed class RandomVectors
{
    private readonly float[] _values;

    public RandomVectors(int rows, int dimensions, int seed)
    {
        Rows = rows;
        Dimensions = dimensions;
        _values = GC.AllocateUninitializedArray<float>(rows * dimensions);
        var random = new Random(seed);
        for (var row = 0; row < rows; row++)
        {
            var values = _values.AsSpan(row * dimensions, dimensions);
            Fill(values, random);
            TensorPrimitives.Divide(values, TensorPrimitives.Norm(values), values);
        }
    }

    public int Rows { get; }

    public int Dimensions { get; }

    public ReadOnlySpan<float> Values => _values;

    public ReadOnlyMemory<float> this[int row] => _values.AsMemory(row * Dimensions, Dimensions);

    private static void Fill(Span<float> values, Random random)
    {
        foreach (ref var value in values)
        {
            value = random.NextSingle() - 0.5f;
        }
    }
}
