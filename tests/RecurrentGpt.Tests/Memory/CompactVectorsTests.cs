using System.Numerics.Tensors;
using RecurrentGpt.Memory;

namespace RecurrentGpt.Tests.Memory;

public sealed class CompactVectorsTests
{
    [Theory]
    [InlineData(1, 512)]
    [InlineData(2, 1_536)]
    [InlineData(3, 100)]
    [InlineData(4, 7)]
    public void Nearest_AHundred_HoldsTheTenThatAreNearest(int seed, int dimensions)
    {
        var random = new Random(seed);
        float[][] vectors = [.. Enumerable.Range(0, 3_000).Select(_ => NewVector(random, dimensions))];
        var compact = Fill(vectors);
        for (var round = 0; round < 20; round++)
        {
            var query = NewVector(random, dimensions);

            var found = compact.Nearest(query, 100, _ => true);

            var exact = Enumerable.Range(0, vectors.Length).OrderByDescending(row => TensorPrimitives.CosineSimilarity(vectors[row], query)).Take(10).ToList();
            var best = found.OrderByDescending(near => TensorPrimitives.CosineSimilarity(vectors[near.Row], query)).Take(10).Select(near => near.Row);
            Assert.Equal(exact, best);
        }
    }

    [Fact]
    public void Nearest_Cosines_AreRightToTwoPlaces()
    {
        var random = new Random(5);
        float[][] vectors = [.. Enumerable.Range(0, 200).Select(_ => NewVector(random, 384))];
        var query = NewVector(random, 384);

        var found = Fill(vectors).Nearest(query, vectors.Length, _ => true);

        Assert.Equal(vectors.Length, found.Count);
        Assert.All(found, near => Assert.Equal(TensorPrimitives.CosineSimilarity(vectors[near.Row], query), near.Cosine, 0.01));
        Assert.Equal(found.OrderByDescending(near => near.Cosine), found);
    }

    [Fact]
    public void Nearest_RowsThatWereFreedOrDoNotCount_AreNotFound()
    {
        var compact = Fill([1, 0], [0.9f, 0.1f], [0.8f, 0.2f], [0, 1]);
        compact.Free(0);

        var found = compact.Nearest([1, 0], 2, row => row != 1);

        Assert.Equal([2, 3], found.Select(near => near.Row));
        Assert.Equal(3, compact.Count);
        Assert.True(compact.TryAdd([1, 0.01f], out var row));
        Assert.Equal(0, row);
        Assert.Equal(0, compact.Nearest([1, 0], 1, _ => true)[0].Row);
    }

    [Fact]
    public void TryAdd_OfVectorsThatCannotBeCompared_IsRefused()
    {
        var compact = new CompactVectors(2);

        Assert.False(compact.TryAdd([], out _));
        Assert.False(compact.TryAdd([0, 0], out _));
        Assert.False(compact.TryAdd([float.NaN, 1], out _));
        Assert.False(compact.TryAdd([float.PositiveInfinity, 1], out _));
        Assert.False(compact.TryAdd([1, 2, 3], out _));
        Assert.Equal(0, compact.Count);
        Assert.Empty(compact.Nearest([1, 0], 5, _ => true));
        Assert.Throws<ArgumentException>(() => compact.Nearest([1], 5, _ => true));
    }

    [Fact]
    public void TryAdd_MoreThanABlockHolds_FindsEachWhereItIs()
    {
        const int Dimensions = 8_192;
        var compact = new CompactVectors(Dimensions);
        var vector = new float[Dimensions];
        for (var row = 0; row < 2_500; row++)
        {
            vector[row] = 1;
            Assert.True(compact.TryAdd(vector, out var added));
            Assert.Equal(row, added);
            vector[row] = 0;
        }

        vector[2_222] = 1;
        Assert.Equal(new NearRow(2_222, 1), compact.Nearest(vector, 1, _ => true)[0] with { Cosine = 1 });
    }

    [Theory]
    [InlineData(32)]
    [InlineData(1_536)]
    [InlineData(16_384)]
    public void Dot_OfTheLargestValues_IsExactHoweverItIsMade(int length)
    {
        var largest = (short)CompactDot.LargestValue(length);
        sbyte[] row = [.. Enumerable.Repeat(sbyte.MaxValue, length)];
        short[] query = [.. Enumerable.Repeat(largest, length)];
        short[] opposite = [.. query.Select(value => (short)-value)];

        Assert.Equal(sbyte.MaxValue * largest * length, CompactDot.Of(row, query));
        Assert.Equal(CompactDot.Of(row, query), CompactDot.Portable(row, query));
        Assert.Equal(-CompactDot.Of(row, query), CompactDot.Of(row, opposite));
        Assert.Equal(CompactDot.Of(row, opposite), CompactDot.Portable(row, opposite));
    }

    [Fact]
    public void Dot_OfRandomValues_IsTheSameBothWays()
    {
        var random = new Random(8);
        for (var round = 0; round < 200; round++)
        {
            var length = CompactDot.Step * random.Next(1, 60);
            sbyte[] row = [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
            short[] query = [.. Enumerable.Range(0, length).Select(_ => (short)random.Next(-9_000, 9_001))];

            Assert.Equal(row.Zip(query, (a, b) => a * b).Sum(), CompactDot.Of(row, query));
            Assert.Equal(CompactDot.Of(row, query), CompactDot.Portable(row, query));
        }
    }

    private static CompactVectors Fill(params float[][] vectors)
    {
        var compact = new CompactVectors(vectors[0].Length);
        Assert.All(vectors, vector => Assert.True(compact.TryAdd(vector, out _)));
        return compact;
    }

    private static float[] NewVector(Random random, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(_ => random.NextSingle() - 0.5f)];
}
