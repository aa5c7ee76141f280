using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Models;

/// <summary>The settings that hold until somebody saves their own: the section "Models", then the variables that OpenAI's tools know.</summary>
public sealed class ModelDefaults(IOptions<ModelOptions> options, IConfiguration configuration)
{
    public ModelSettings Settings { get; } = Read(options.Value, configuration);

    internal static ModelSettings Read(ModelOptions options, IConfiguration configuration)
    {
        var address = FirstSet(options.BaseUrl, configuration["OPENAI_BASE_URL"], configuration["OPENAI_API_BASE"]);
        var key = FirstSet(options.ApiKey, configuration["OPENAI_API_KEY"]);

        return new ModelSettings
        {
            Provider = options.Provider ?? Guess(address, key),
            BaseUrl = address,
            ApiKey = key.Length > 0 ? key : null,
            UseEntraId = options.UseEntraId,
            ChatModel = options.ChatModel,
            EmbeddingModel = options.EmbeddingModel,
            EmbeddingDimensions = options.EmbeddingDimensions,
            Temperature = options.Temperature,
            MaxOutputTokens = options.MaxOutputTokens,
            LocalEmbeddings = options.LocalEmbeddings,
        };
    }

    private static ModelProvider Guess(string address, string key)
    {
        if (address.Length == 0)
        {
            return key.Length > 0 ? ModelProvider.OpenAi : ModelProvider.Offline;
        }

        var host = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : "";
        return host switch
        {
            "api.openai.com" => ModelProvider.OpenAi,
            _ when ModelEndpoint.IsAzure(host) => ModelProvider.AzureOpenAi,
            _ => ModelProvider.Compatible,
        };
    }

    private static string FirstSet(params string?[] values) => values.FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim() ?? "";
}
