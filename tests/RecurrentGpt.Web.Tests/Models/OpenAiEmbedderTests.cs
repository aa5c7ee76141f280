using Microsoft.Extensions.AI;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class OpenAiEmbedderTests : FakeModelTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Generate_Texts_GivesAVectorForEachInOrder(bool isBase64)
    {
        Server.Embed = (text, _) => [text.Length, 0.25f, -1];
        Server.Enqueue(new FakeEmbeddings { IsBase64 = isBase64 });

        var embeddings = await EmbedAsync(Settings, "a", "果园", "three");

        Assert.Equal([[1, 0.25f, -1], [2, 0.25f, -1], [5, 0.25f, -1]], embeddings.Select(embedding => embedding.Vector.ToArray()));
        Assert.Equal(["a", "果园", "three"], Assert.Single(Server.EmbeddingRequests).Inputs);
    }

    [Fact]
    public async Task Generate_IndexesOutOfOrder_PutsThemRight()
    {
        Server.Enqueue(new FakeEmbeddings { Body = """{"data":[{"index":1,"embedding":[2]},{"index":0,"embedding":[1]}]}""" });

        var embeddings = await EmbedAsync(Settings, "a", "b");

        Assert.Equal([1f, 2f], embeddings.Select(embedding => embedding.Vector.Span[0]));
    }

    [Fact]
    public async Task Generate_DimensionsUnset_AsksForNone()
    {
        await EmbedAsync(Settings, "a");

        var request = Assert.Single(Server.EmbeddingRequests);
        Assert.Equal(["model", "input"], request.Request.Json().EnumerateObject().Select(member => member.Name));
        Assert.Equal("fake-embedder", request.Model);
    }

    [Fact]
    public async Task Generate_DimensionsSet_AsksForThem()
    {
        var embeddings = await EmbedAsync(Settings with { EmbeddingDimensions = 32 }, "a");

        Assert.Equal(32, Assert.Single(Server.EmbeddingRequests).Dimensions);
        Assert.Equal(32, embeddings[0].Vector.Length);
    }

    [Fact]
    public async Task Generate_NoTexts_AsksNobody()
    {
        Assert.Empty(await EmbedAsync(Settings));
        Assert.Empty(Server.Requests);
    }

    public static TheoryData<string, FakeEmbeddings> Unusable => new()
    {
        { "1 embeddings for 2", FakeEmbeddings.Fewer() },
        { "16 numbers instead of 64", FakeEmbeddings.OfLength(16) },
        { "no number", FakeEmbeddings.NotNumbers() },
        { "no number", new FakeEmbeddings { Body = $$"""{"data":[{"embedding":[{{Nulls}}]},{"embedding":[{{Nulls}}]}]}""" } },
        { "zeros", new FakeEmbeddings { Change = vectors => [.. vectors.Select(vector => new float[vector.Length])] } },
        { "two embeddings for one", new FakeEmbeddings { Body = """{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]}]}""" } },
        { "without numbers", new FakeEmbeddings { Body = """{"data":[{"embedding":"%%"},{"embedding":"%%"}]}""" } },
        { "no embeddings", new FakeEmbeddings { Body = """{"ok":true}""" } },
    };

    private static string Nulls => string.Join(',', Enumerable.Repeat("null", 64));

    [Theory]
    [MemberData(nameof(Unusable))]
    public async Task Generate_VectorsThatCannotBeUsed_AreNamed(string detail, FakeEmbeddings answer)
    {
        Server.Enqueue(answer);

        var exception = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(Settings with { EmbeddingDimensions = 64 }, "a", "b"));

        Assert.Equal(FailureKind.UnusableVectors, exception.Failure.Kind);
        Assert.Contains(detail, exception.Failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":[{"embedding":[NaN]}]}""", "application/json")]
    [InlineData("<html>", "text/html")]
    [InlineData("", "application/json")]
    public async Task Generate_NoJson_IsNoModel(string body, string type)
    {
        Server.Enqueue(new FakeEmbeddings { Body = body, ContentType = type });

        var exception = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(Settings, "a"));

        Assert.Equal(FailureKind.NotAModel, exception.Failure.Kind);
        Assert.Contains("no JSON", exception.Failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Generate_Status_BecomesTheKind()
    {
        Server.Enqueue(FakeEmbeddings.Failing(404, """{"error":{"message":"no such model"}}"""));

        var exception = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync(Settings, "a"));

        Assert.Equal(new StepFailure(FailureKind.NotFound, "HTTP 404: no such model"), exception.Failure);
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> EmbedAsync(ModelSettings settings, params string[] texts) =>
        await Factory.Build(settings).Embedder.GenerateAsync(texts);
}
