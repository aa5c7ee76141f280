using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Models;

/// <summary>The rules of model settings.</summary>
internal static class ModelSettingsCheck
{
    public static IReadOnlyList<ModelProblem> Of(ModelSettings settings) => settings.Provider == ModelProvider.Offline
        ? []
        : [.. Found(nameof(settings.BaseUrl), FailureKind.Unreachable, Address(settings)),
            .. Found(nameof(settings.ApiKey), FailureKind.Unauthorized, Key(settings)),
            .. Names(settings),
            .. Numbers(settings)];

    private static string? Address(ModelSettings settings)
    {
        if (settings.BaseUrl.Length == 0)
        {
            return settings.Provider == ModelProvider.OpenAi ? null : "The server's address is missing.";
        }

        if (!Uri.TryCreate(settings.BaseUrl.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return "The server's address has to begin with http:// or https://.";
        }

        if (address.UserInfo.Length > 0)
        {
            return "The server's address may not hold a name or password; the key has a field of its own.";
        }

        return UsesEntraId(settings) && address.Scheme != "https" ? "Entra ID needs an address that begins with https://." : null;
    }

    private static string? Key(ModelSettings settings)
    {
        if (UsesEntraId(settings))
        {
            return null;
        }

        if (settings.IsKeyLost)
        {
            return "The stored key can no longer be decrypted; enter it again.";
        }

        if (!settings.HasKey)
        {
            return settings.Provider == ModelProvider.Compatible ? null : "There is no key yet.";
        }

        var isKey = settings.ApiKey!.All(letter => letter is > ' ' and <= '~');
        return isKey ? null : "The key holds a space or another character that no key has; copy it again.";
    }

    private static IEnumerable<ModelProblem> Names(ModelSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.ChatModel))
        {
            yield return new(nameof(settings.ChatModel), FailureKind.NotFound, "No chat model is chosen.");
        }

        if (!settings.LocalEmbeddings && string.IsNullOrWhiteSpace(settings.EmbeddingModel))
        {
            yield return new(nameof(settings.EmbeddingModel), FailureKind.NotFound, "No embedding model is chosen; choose one, or embed locally.");
        }
    }

    private static IEnumerable<ModelProblem> Numbers(ModelSettings settings)
    {
        if (settings.EmbeddingDimensions is < 1 or > 16_384)
        {
            yield return new(nameof(settings.EmbeddingDimensions), FailureKind.Rejected, "Dimensions have to be between 1 and 16384.");
        }

        if (settings.Temperature is { } temperature && temperature is not (>= 0 and <= 2))
        {
            yield return new(nameof(settings.Temperature), FailureKind.Rejected, "The temperature has to be between 0 and 2.");
        }

        if (settings.MaxOutputTokens is < 1 or > 1_000_000)
        {
            yield return new(nameof(settings.MaxOutputTokens), FailureKind.Rejected, "The token limit has to be between 1 and 1000000.");
        }
    }

    private static bool UsesEntraId(ModelSettings settings) => settings is { Provider: ModelProvider.AzureOpenAi, UseEntraId: true };

    private static ModelProblem[] Found(string name, FailureKind kind, string? reason) => reason is null ? [] : [new(name, kind, reason)];
}
