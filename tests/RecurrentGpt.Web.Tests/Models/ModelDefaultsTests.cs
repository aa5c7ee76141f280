using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class ModelDefaultsTests
{
    [Fact]
    public void Settings_NothingSet_IsOffline()
    {
        Assert.Equal(ModelProvider.Offline, Defaults().Provider);
    }

    [Theory]
    [InlineData("OPENAI_API_KEY", "sk-1", ModelProvider.OpenAi)]
    [InlineData("OPENAI_BASE_URL", "http://localhost:11434/v1", ModelProvider.Compatible)]
    [InlineData("OPENAI_API_BASE", "http://localhost:1234/v1", ModelProvider.Compatible)]
    [InlineData("OPENAI_API_BASE", "https://api.openai.com/v1", ModelProvider.OpenAi)]
    [InlineData("OPENAI_BASE_URL", "https://desk.openai.azure.com", ModelProvider.AzureOpenAi)]
    [InlineData("OPENAI_BASE_URL", " ", ModelProvider.Offline)]
    public void Settings_FromTheEnvironment_PickTheProvider(string name, string value, ModelProvider expected)
    {
        Assert.Equal(expected, Defaults((name, value)).Provider);
    }

    [Fact]
    public void Settings_BothAddresses_TheNewerNameWins()
    {
        var settings = Defaults(("OPENAI_API_BASE", "http://old/v1"), ("OPENAI_BASE_URL", "http://new/v1"), ("OPENAI_API_KEY", "sk-1"));

        Assert.Equal("http://new/v1", settings.BaseUrl);
        Assert.Equal("sk-1", settings.ApiKey);
    }

    [Fact]
    public void Settings_SectionNamesTheProvider_WinsOverTheEnvironment()
    {
        var settings = Defaults(("OPENAI_API_KEY", "sk-1"), ("Models:Provider", "Offline"), ("Models:ChatModel", "mine"), ("Models:Temperature", "0.7"));

        Assert.Equal(ModelProvider.Offline, settings.Provider);
        Assert.Equal("mine", settings.ChatModel);
        Assert.Equal(0.7f, settings.Temperature);
    }

    [Theory]
    [InlineData("Models:BaseUrl", "localhost:11434", "Models:BaseUrl")]
    [InlineData("Models:BaseUrl", "http://me:secret@host/v1", "Models:BaseUrl")]
    [InlineData("OPENAI_BASE_URL", "localhost:11434", "OPENAI_BASE_URL")]
    [InlineData("OPENAI_API_KEY", "sk one", "OPENAI_API_KEY")]
    [InlineData("Models:Temperature", "3", "Models:Temperature")]
    [InlineData("Models:MaxOutputTokens", "0", "Models:MaxOutputTokens")]
    [InlineData("Models:EmbeddingDimensions", "-1", "Models:EmbeddingDimensions")]
    [InlineData("Models:ChatModel", "", "Models:ChatModel")]
    [InlineData("Models:ApiKey", "sk one", "Models:ApiKey")]
    [InlineData("Models:Provider", "9", "Models:Provider")]
    [InlineData("Models:SampleWordsPerSecond", "-1", "Models:SampleWordsPerSecond")]
    public void Options_OutOfRange_StopTheStartAndNameTheKey(string name, string value, string named)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Defaults(("Models:Provider", "OpenAi"), (name, value)));

        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk one", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_KeyMissing_DoNotStopTheStart()
    {
        Assert.Equal(ModelProvider.AzureOpenAi, Defaults(("Models:Provider", "AzureOpenAi")).Provider);
    }

    private static ModelSettings Defaults(params (string Name, string Value)[] values)
    {
        // The last value of a name wins, as it does when the host reads several sources.
        var pairs = values.GroupBy(pair => pair.Name).ToDictionary(group => group.Key, group => (string?)group.Last().Value);
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(pairs).Build();
        var services = new ServiceCollection().AddSingleton(configuration).AddLogging().AddModels(configuration);
        using var provider = services.BuildServiceProvider();

        return provider.GetRequiredService<ModelDefaults>().Settings;
    }
}
