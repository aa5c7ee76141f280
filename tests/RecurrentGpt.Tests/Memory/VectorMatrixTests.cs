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

    [Fact]
    public void TryReplace_ARow_HoldsTheOtherVectorInItsPlace()
    {
        var matrix = new VectorMatrix();
        matrix.TryAdd([1, 0], out var row);

        for (var i = 0; i < 100; i++)
        {
            Assert.True(matrix.TryReplace(row, [0, i + 1]));
        }

        Assert.Equal(1, matrix.Rows);
        Assert.Equal(1.0, matrix.Cosine(row, [0, 1]), 6);
        Assert.False(matrix.TryReplace(row, [float.NaN, 1]));
    }

    [Fact]
    public void Free_ARow_IsTakenByTheNext()
    {
        var matrix = new VectorMatrix();
        matrix.TryAdd([1, 0], out var first);
        matrix.TryAdd([0, 1], out _);

        matrix.Free(first);
        var rows = matrix.Rows;
        matrix.TryAdd([1, 1], out var again);

        Assert.Equal((1, first, 2), (rows, again, matrix.Rows));
    }

    [Fact]
    public void Cosines_OfRowsAndGaps_AreThoseOfEach()
    {
        var matrix = new VectorMatrix();
        matrix.TryAdd([3, 4], out var first);
        matrix.TryAdd([0, 2], out var second);
        var cosines = new double[3];

        matrix.Cosines([second, -1, first], [5, 0], cosines);

        Assert.Equal([0.0, double.NaN, 0.6], cosines.Select(cosine => Math.Round(cosine, 6)));
    }
}
