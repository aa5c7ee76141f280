using System.Numerics.Tensors;
using RecurrentGpt.Offline;

namespace RecurrentGpt.Tests.Offline;

public sealed class LocalEmbedderTests
{
    private readonly LocalEmbedder _embedder = new();

    [Theory]
    [InlineData("The keeper lit the lamp", "the lamp, lit: the keeper")]
    [InlineData("Ｍａｒａ finds the KEY", "Mara finds the key")]
    public async Task Generate_SameWords_AreNearWhateverTheirOrderAndDress(string one, string other)
    {
        Assert.True(await CosineAsync(one, other) > 0.95);
    }

    [Theory]
    [InlineData("The keeper lit the lamp above the harbour.", "Two bakers argue about an oven in winter.")]
    [InlineData("林晚在旧仓库里找到一封信。", "骑手们越过沙漠追赶火车。")]
    public async Task Generate_UnrelatedTexts_AreFar(string one, string other)
    {
        Assert.True(await CosineAsync(one, other) < 0.25);
    }

    [Theory]
    [InlineData("Who hid the brass key under the stairs?", "Mara hid the brass key under the boathouse stairs.", "On day {0} the crew counted {1} barrels on the quay and slept badly.")]
    [InlineData("谁把铜钥匙藏在楼梯下面？", "米拉把铜钥匙藏在船屋的楼梯下面。", "第{0}天，船员在码头上数了{1}个木桶，然后睡下了。")]
    public async Task Generate_OneOfTwoHundredSharesTheWords_IsNearest(string query, string needle, string other)
    {
        var texts = Enumerable.Range(0, 199).Select(i => string.Format(null, other, i, i * 7)).Append(needle).ToList();
        var vectors = await _embedder.GenerateAsync(texts);
        var sought = (await _embedder.GenerateAsync([query]))[0].Vector;

        var nearest = texts.Zip(vectors).MaxBy(pair => TensorPrimitives.Dot(pair.Second.Vector.Span, sought.Span)).First;

        Assert.Equal(needle, nearest);
    }

    [Fact]
    public async Task Generate_AnyText_IsOfLengthOneAndFiveHundredAndTwelveDimensions()
    {
        var embeddings = await _embedder.GenerateAsync(["A boat.", "船", "…"]);

        Assert.All(embeddings, embedding => Assert.Equal((LocalEmbedder.Dimensions, LocalEmbedder.Name), (embedding.Vector.Length, embedding.ModelId)));
        Assert.Equal(1, TensorPrimitives.Norm(embeddings[0].Vector.Span), 4);
        Assert.Equal(1, TensorPrimitives.Norm(embeddings[1].Vector.Span), 4);
        Assert.Equal(0, TensorPrimitives.Norm(embeddings[2].Vector.Span));
    }

    [Fact]
    public async Task Generate_ManyThreads_GiveTheSameVectors()
    {
        var expected = (await _embedder.GenerateAsync(["The keeper lit the lamp."]))[0].Vector.ToArray();

        var all = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _embedder.GenerateAsync(["The keeper lit the lamp."]))));

        Assert.All(all, embeddings => Assert.Equal(expected, embeddings[0].Vector.ToArray()));
    }

    private async Task<float> CosineAsync(string one, string other)
    {
        var vectors = await _embedder.GenerateAsync([one, other]);
        return TensorPrimitives.CosineSimilarity(vectors[0].Vector.Span, vectors[1].Vector.Span);
    }
}
