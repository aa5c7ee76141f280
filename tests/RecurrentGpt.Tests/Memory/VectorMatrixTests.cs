using RecurrentGpt.Memory;

namespace RecurrentGpt.Tests.Memory;

public sealed class VectorMatrixTests
{
    [Fact]
    public void Cosine_OfKnownVectors_IsExact()
    {
        var matrix = new VectorMatrix();
        matrix.TryAdd([3, 4], out var row);

        Assert.Equal(1.0, matrix.Cosine(row, [30, 40]), 6);
        Assert.Equal(0.6, matrix.Cosine(row, [5, 0]), 6);
        Assert.Equal(-1.0, matrix.Cosine(row, [-3, -4]), 6);
        Assert.Equal(0.0, matrix.Cosine(row, [0, 0]), 6);
    }

    [Fact]
    public void TryAdd_OfVectorsThatCannotBeCompared_IsRefused()
    {
        var matrix = new VectorMatrix();
        Assert.True(matrix.TryAdd([1, 0], out _));

        Assert.False(matrix.TryAdd([], out _));
        Assert.False(matrix.TryAdd([0, 0], out _));
        Assert.False(matrix.TryAdd([float.NaN, 1], out _));
        Assert.False(matrix.TryAdd([float.PositiveInfinity, 1], out _));
        Assert.False(matrix.TryAdd([1, 2, 3], out _));
        Assert.Equal(1, matrix.Rows);
    }

    [Fact]
    public void TryAdd_OfManyRows_KeepsEachWhereItWas()
    {
        var random = new Random(7);
        var matrix = new VectorMatrix(expectedRows: 3);
        float[][] vectors = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 16).Select(_ => random.NextSingle() - 0.5f).ToArray())];
        foreach (var vector in vectors)
        {
            Assert.True(matrix.TryAdd(vector, out _));
        }

        Assert.All(vectors.Select((vector, row) => matrix.Cosine(row, vector)), cosine => Assert.Equal(1.0, cosine, 5));
    }

    [Fact]
    public void Cosine_WithAQueryOfAnotherLength_IsRefused()
    {
        var matrix = new VectorMatrix();
        matrix.TryAdd([1, 0], out var row);

        Assert.Throws<ArgumentException>(() => matrix.Cosine(row, [1, 0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Cosine(1, [1, 0]));
    }
}
