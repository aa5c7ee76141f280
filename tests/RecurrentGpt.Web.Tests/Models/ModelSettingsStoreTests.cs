using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class ModelSettingsStoreTests
{
    private const string Key = "sk-secret-0123456789";

    private static readonly ModelSettings Ollama = new()
    {
        Provider = ModelProvider.Compatible,
        BaseUrl = "http://localhost:11434/v1",
        ApiKey = Key,
        ChatModel = "qwen3",
        EmbeddingModel = "nomic-embed-text",
        EmbeddingDimensions = 768,
        Temperature = 0.9f,
        MaxOutputTokens = 4_000,
        LocalEmbeddings = true,
        UseEntraId = true,
        Prices = new TokenPrices { InputPrice = 0.15m, CachedInputPrice = 0.075m, OutputPrice = 0.6m, Currency = "EUR" },
    };

    private readonly MemorySettingStore _stored = new();
    private readonly IDataProtectionProvider _ring = new EphemeralDataProtectionProvider();

    [Fact]
    public async Task Save_ThenRead_GivesTheSame()
    {
        await Store().SaveAsync(Ollama, CancellationToken.None);

        Assert.Equal(Ollama, await Store().ReadAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Save_Key_IsStoredEncryptedOnly()
    {
        await Store().SaveAsync(Ollama, CancellationToken.None);

        var text = Assert.Single(_stored.Values).Value;
        Assert.Contains("qwen3", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_NoKey_RemovesTheStoredOne()
    {
        await Store().SaveAsync(Ollama, CancellationToken.None);
        await Store().SaveAsync(Ollama with { ApiKey = null }, CancellationToken.None);

        Assert.False((await Store().ReadAsync(CancellationToken.None)).HasKey);
    }

    [Fact]
    public async Task Read_NothingSaved_GivesTheDefaults()
    {
        var settings = await Store(("OPENAI_API_KEY", Key)).ReadAsync(CancellationToken.None);

        Assert.Equal((ModelProvider.OpenAi, Key), (settings.Provider, settings.ApiKey));
    }

    [Fact]
    public async Task Read_RingLost_AsksForTheKeyAgainAndKeepsTheRest()
    {
        await Store().SaveAsync(Ollama, CancellationToken.None);

        var read = await new ModelSettingsStore(_stored, Defaults(), Servers.OfOwner, new EphemeralDataProtectionProvider(), NullLogger<ModelSettingsStore>.Instance)
            .ReadAsync(CancellationToken.None);

        Assert.True(read.IsKeyLost);
        Assert.False(read.HasKey);
        Assert.Equal("qwen3", read.ChatModel);
        Assert.Contains((read with { UseEntraId = false }).Problems(), problem => problem.Kind == FailureKind.Unauthorized);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"settings\":null}")]
    [InlineData("{\"settings\":{\"provider\":\"Martian\"}}")]
    public async Task Read_TextThatIsNoSettings_GivesTheDefaults(string text)
    {
        _stored.Values[ModelSettingsStore.Key] = text;

        Assert.Equal(ModelProvider.Offline, (await Store().ReadAsync(CancellationToken.None)).Provider);
    }

    [Fact]
    public async Task Read_KeyOfTheEnvironment_GoesToItsOwnAddressOnly()
    {
        var store = Store(("OPENAI_API_KEY", Key));

        await store.SaveAsync(Ollama with { ApiKey = null }, CancellationToken.None);
        var elsewhere = await store.ReadAsync(CancellationToken.None);
        await store.SaveAsync(new ModelSettings { Provider = ModelProvider.OpenAi, ChatModel = "gpt", EmbeddingModel = "e" }, CancellationToken.None);
        var atHome = await store.ReadAsync(CancellationToken.None);

        Assert.Null(elsewhere.ApiKey);
        Assert.Equal(Key, atHome.ApiKey);
    }

    [Fact]
    public async Task Forget_Saved_GivesTheDefaultsAgain()
    {
        await Store().SaveAsync(Ollama, CancellationToken.None);
        await Store().ForgetAsync(CancellationToken.None);

        Assert.Equal(ModelProvider.Offline, (await Store().ReadAsync(CancellationToken.None)).Provider);
    }

    [Fact]
    public void ToString_Settings_HoldsNoKey()
    {
        Assert.DoesNotContain("secret", Ollama.ToString(), StringComparison.Ordinal);
    }

    private ModelSettingsStore Store(params (string Name, string Value)[] environment) =>
        new(_stored, Defaults(environment), Servers.OfOwner, _ring, NullLogger<ModelSettingsStore>.Instance);

    private static ModelDefaults Defaults(params (string Name, string Value)[] environment)
    {
        var pairs = environment.ToDictionary(pair => pair.Name, pair => (string?)pair.Value);
        return new ModelDefaults(Options.Create(new ModelOptions()), new ConfigurationBuilder().AddInMemoryCollection(pairs).Build());
    }
}
