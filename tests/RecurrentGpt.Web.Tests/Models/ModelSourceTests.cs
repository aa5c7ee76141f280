using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class ModelSourceTests : FakeModelTests
{
    private readonly MemorySettingStore _stored = new();
    private readonly IDataProtectionProvider _ring = new EphemeralDataProtectionProvider();

    [Fact]
    public async Task Current_NothingSet_IsTheSampleWriter()
    {
        var models = await Source().CurrentAsync(CancellationToken.None);

        Assert.True(models.IsSample);
        Assert.Equal((SampleWriter.Name, LocalEmbedder.Name), (models.ChatModel, models.EmbeddingModel));
    }

    [Fact]
    public async Task Current_SettingsSaved_TalksToTheirServer()
    {
        await Store().SaveAsync(Settings, CancellationToken.None);

        var models = await Source().CurrentAsync(CancellationToken.None);
        await models.Chat.GetResponseAsync(Messages(), models.ChatOptions);

        Assert.False(models.IsSample);
        Assert.Equal("fake-writer", Assert.Single(Server.ChatRequests).Model);
    }

    [Fact]
    public async Task Current_UntilTheSettingsChange_IsTheSame()
    {
        var source = Source();
        await Store().SaveAsync(Settings, CancellationToken.None);

        var first = await source.CurrentAsync(CancellationToken.None);
        var second = await source.CurrentAsync(CancellationToken.None);
        await Store().SaveAsync(Settings with { ChatModel = "fake-writer-large" }, CancellationToken.None);
        var third = await source.CurrentAsync(CancellationToken.None);

        Assert.Same(first, second);
        Assert.Equal("fake-writer-large", third.ChatModel);
    }

    [Fact]
    public async Task Current_OnlyPricesChanged_IsTheSame()
    {
        var source = Source();
        await Store().SaveAsync(Settings, CancellationToken.None);

        var before = await source.CurrentAsync(CancellationToken.None);
        await Store().SaveAsync(Settings with { Prices = new TokenPrices { InputPrice = 1, OutputPrice = 2 } }, CancellationToken.None);

        Assert.Same(before, await source.CurrentAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData(null, false, "fake-embedder")]
    [InlineData(256, false, "fake-embedder@256")]
    [InlineData(256, true, LocalEmbedder.Name)]
    public async Task Current_Embeddings_NameTheirSpace(int? dimensions, bool isLocal, string expected)
    {
        await Store().SaveAsync(Settings with { EmbeddingDimensions = dimensions, LocalEmbeddings = isLocal }, CancellationToken.None);

        Assert.Equal(expected, (await Source().CurrentAsync(CancellationToken.None)).EmbeddingModel);
    }

    [Fact]
    public async Task Current_KeyMissing_IsUnauthorized()
    {
        await Store().SaveAsync(Settings with { Provider = ModelProvider.OpenAi, ApiKey = null }, CancellationToken.None);

        var exception = await Assert.ThrowsAsync<ModelException>(() => Source().CurrentAsync(CancellationToken.None).AsTask());

        Assert.Equal(FailureKind.Unauthorized, exception.Failure.Kind);
    }

    private ModelSource Source() => new(Store(), Factory);

    private ModelSettingsStore Store()
    {
        var defaults = new ModelDefaults(Options.Create(new ModelOptions()), new ConfigurationBuilder().Build());
        return new ModelSettingsStore(_stored, defaults, Servers.OfOwner, _ring, NullLogger<ModelSettingsStore>.Instance);
    }
}
