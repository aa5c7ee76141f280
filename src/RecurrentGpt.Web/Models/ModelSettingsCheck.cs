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
            .. Numbers(settings),
            .. TokenPricesCheck.Of(settings.Prices)];

    private static string? Address(ModelSettings settings)
    {
        if (settings.BaseUrl.Length == 0)
        {
            return settings.Provider == ModelProvider.OpenAi ? null : Reasons.Of("AddressMissing");
        }

        if (!Uri.TryCreate(settings.BaseUrl.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return Reasons.Of("AddressScheme");
        }

        if (address.UserInfo.Length > 0)
        {
            return Reasons.Of("AddressUser");
        }

        return UsesEntraId(settings) && address.Scheme != "https" ? Reasons.Of("AddressEntra") : null;
    }

    private static string? Key(ModelSettings settings)
    {
        if (UsesEntraId(settings))
        {
            return null;
        }

        if (settings.IsKeyLost)
        {
            return Reasons.Of("KeyUnreadable");
        }

        if (!settings.HasKey)
        {
            return settings.Provider == ModelProvider.Compatible ? null : Reasons.Of("KeyMissing");
        }

        var isKey = settings.ApiKey!.All(letter => letter is > ' ' and <= '~');
        return isKey ? null : Reasons.Of("KeyCharacters");
    }

    private static IEnumerable<ModelProblem> Names(ModelSettings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.ChatModel))
        {
            yield return new(nameof(settings.ChatModel), FailureKind.NotFound, Reasons.Of("ChatModelMissing"));
        }

        if (!settings.LocalEmbeddings && string.IsNullOrWhiteSpace(settings.EmbeddingModel))
        {
            yield return new(nameof(settings.EmbeddingModel), FailureKind.NotFound, Reasons.Of("EmbeddingModelMissing"));
        }
    }

    private static IEnumerable<ModelProblem> Numbers(ModelSettings settings)
    {
        if (settings.EmbeddingDimensions is < 1 or > 16_384)
        {
            yield return new(nameof(settings.EmbeddingDimensions), FailureKind.Rejected, Reasons.Of("DimensionsRange"));
        }

        if (settings.Temperature is { } temperature && temperature is not (>= 0 and <= 2))
        {
            yield return new(nameof(settings.Temperature), FailureKind.Rejected, Reasons.Of("TemperatureRange"));
        }

        if (settings.MaxOutputTokens is < 1 or > 1_000_000)
        {
            yield return new(nameof(settings.MaxOutputTokens), FailureKind.Rejected, Reasons.Of("TokenLimitRange"));
        }
    }

    private static bool UsesEntraId(ModelSettings settings) => settings is { Provider: ModelProvider.AzureOpenAi, UseEntraId: true };

    private static ModelProblem[] Found(string name, FailureKind kind, string? reason) => reason is null ? [] : [new(name, kind, reason)];
}
