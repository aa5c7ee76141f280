using RecurrentGpt.Memory;

namespace RecurrentGpt.Tests.Memory;

public sealed class VectorRowsTests
{
    [Fact]
    public void Cosine_OfKnownVectors_IsExact()
    {
        var rows = new VectorRows();
        rows.TryAdd(Vector(3, 4), out var row);

        Assert.Equal(1.0, rows.Cosine(row, [30, 40]), 6);
        Assert.Equal(0.6, rows.Cosine(row, [5, 0]), 6);
        Assert.Equal(-1.0, rows.Cosine(row, [-3, -4]), 6);
        Assert.Equal(0.0, rows.Cosine(row, [0, 0]), 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(100)]
    [InlineData(1_536)]
    [InlineData(1_543)]
    public void Cosines_OfAnyLength_AreThoseOfTheDefinition(int length)
    {
        var random = new Random(length);
        float[][] vectors = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, length).Select(_ => random.NextSingle() - 0.5f).ToArray())];
        var rows = new VectorRows();
        Assert.All(vectors, vector => Assert.True(rows.TryAdd(vector, out _)));
        var cosines = new double[7];

        rows.Cosines([0, 1, 2, -1, 3, 4, 5], vectors[0], cosines);

        double[] expected = [.. vectors.Take(3).Select(vector => Cosine(vector, vectors[0])), double.NaN, .. vectors.Skip(3).Select(vector => Cosine(vector, vectors[0]))];
        Assert.All(expected.Zip(cosines), pair => Assert.Equal(pair.First, pair.Second, 5));
    }

    private static double Cosine(float[] left, float[] right)
    {
        var dot = left.Zip(right, (one, other) => (double)one * other).Sum();
        return dot / (Math.Sqrt(left.Sum(value => (double)value * value)) * Math.Sqrt(right.Sum(value => (double)value * value)));
    }

    [Fact]
    public void TryAdd_OfVectorsThatCannotBeCompared_IsRefused()
    {
        var rows = new VectorRows();
        Assert.True(rows.TryAdd(Vector(1, 0), out _));

        Assert.False(rows.TryAdd(Vector(), out _));
        Assert.False(rows.TryAdd(Vector(0, 0), out _));
        Assert.False(rows.TryAdd(Vector(float.NaN, 1), out _));
        Assert.False(rows.TryAdd(Vector(float.PositiveInfinity, 1), out _));
        Assert.False(rows.TryAdd(Vector(1, 2, 3), out _));
        Assert.Equal(1, rows.Count);
    }

    [Fact]
    public void TryAdd_OfManyRows_KeepsEachWhereItWas()
    {
        var random = new Random(7);
        var rows = new VectorRows(expected: 3);
        float[][] vectors = [.. Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, 16).Select(_ => random.NextSingle() - 0.5f).ToArray())];
        foreach (var vector in vectors)
        {
            Assert.True(rows.TryAdd(vector, out _));
        }

        Assert.All(vectors.Select((vector, row) => rows.Cosine(row, vector)), cosine => Assert.Equal(1.0, cosine, 5));
    }

    [Fact]
    public void Cosine_WithAQueryOfAnotherLength_IsRefused()
    {
        var rows = new VectorRows();
        rows.TryAdd(Vector(1, 0), out var row);

        Assert.Throws<ArgumentException>(() => rows.Cosine(row, [1, 0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.Cosine(1, [1, 0]));
    }

    [Fact]
    public void TryReplace_ARow_HoldsTheOtherVectorInItsPlace()
    {
        var rows = new VectorRows();
        rows.TryAdd(Vector(1, 0), out var row);

        for (var i = 0; i < 100; i++)
        {
            Assert.True(rows.TryReplace(row, Vector(0, i + 1)));
        }

        Assert.Equal(1, rows.Count);
        Assert.Equal(1.0, rows.Cosine(row, [0, 1]), 6);
        Assert.False(rows.TryReplace(row, Vector(float.NaN, 1)));
    }

    [Fact]
    public void Free_ARow_IsTakenByTheNext()
    {
        var rows = new VectorRows();
        rows.TryAdd(Vector(1, 0), out var first);
        rows.TryAdd(Vector(0, 1), out _);

        rows.Free(first);
        var left = rows.Count;
        rows.TryAdd(Vector(1, 1), out var again);

        Assert.Equal((1, first, 2), (left, again, rows.Count));
    }

    [Fact]
    public void Cosines_OfRowsAndGaps_AreThoseOfEach()
    {
        var rows = new VectorRows();
        rows.TryAdd(Vector(3, 4), out var first);
        rows.TryAdd(Vector(0, 2), out var second);
        var cosines = new double[3];

        rows.Cosines([second, -1, first], [5, 0], cosines);

        Assert.Equal([0.0, double.NaN, 0.6], cosines.Select(cosine => Math.Round(cosine, 6)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(37)]
    [InlineData(64)]
    public void Cosines_OfManyRowsOfAnyLength_AreThoseOfEach(int dimensions)
    {
        var random = new Random(11);
        var rows = new VectorRows();
        foreach (var vector in Enumerable.Range(0, 11).Select(_ => RandomVector()))
        {
            Assert.True(rows.TryAdd(vector, out _));
        }

        var query = RandomVector();
        int[] asked = [3, 1, 0, 2, -1, 4, 5, 6, 7, 8, 10, 9];
        var cosines = new double[asked.Length];
        rows.Cosines(asked, query, cosines);

        Assert.All(asked.Zip(cosines), pair => Assert.Equal(pair.First < 0 ? double.NaN : rows.Cosine(pair.First, query), pair.Second, 5));

        float[] RandomVector() => [.. Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f)];
    }

    [Fact]
    public void TryAdd_AVector_IsLookedAtWhereItLies()
    {
        var rows = new VectorRows();
        var values = new float[] { 1, 0, 0, 1 };

        rows.TryAdd(values.AsMemory(0, 2), out var first);
        rows.TryAdd(values.AsMemory(2, 2), out var second);

        Assert.Equal([1.0, 0.0], new[] { first, second }.Select(row => rows.Cosine(row, [1, 0])));
    }

    private static float[] Vector(params float[] values) => values;
}
