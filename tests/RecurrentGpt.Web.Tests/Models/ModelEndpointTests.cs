using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class ModelEndpointTests
{
    [Theory]
    [InlineData(ModelProvider.OpenAi, "", "https://api.openai.com/v1")]
    [InlineData(ModelProvider.OpenAi, "https://proxy.example/openai", "https://proxy.example/openai")]
    [InlineData(ModelProvider.Compatible, "http://localhost:11434", "http://localhost:11434/v1")]
    [InlineData(ModelProvider.Compatible, " http://localhost:11434/v1/ ", "http://localhost:11434/v1")]
    [InlineData(ModelProvider.Compatible, "https://openrouter.ai/api/v1/chat/completions", "https://openrouter.ai/api/v1")]
    [InlineData(ModelProvider.AzureOpenAi, "https://desk.openai.azure.com", "https://desk.openai.azure.com/openai/v1")]
    [InlineData(ModelProvider.AzureOpenAi, "https://desk.openai.azure.com/openai/v1/", "https://desk.openai.azure.com/openai/v1")]
    [InlineData(ModelProvider.AzureOpenAi, "https://desk.services.ai.azure.com/api/projects/novel", "https://desk.services.ai.azure.com/openai/v1")]
    public void Of_Address_IsTheBaseOfItsOperations(ModelProvider provider, string address, string expected)
    {
        Assert.Equal(expected, ModelEndpoint.Of(new ModelSettings { Provider = provider, BaseUrl = address }).ToString());
    }
}
