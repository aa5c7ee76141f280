namespace RecurrentGpt.Web.Models;

/// <summary>Makes of the address that a person gives the one that requests go to.</summary>
public static class ModelEndpoint
{
    internal static readonly Uri OpenAi = new("https://api.openai.com/v1");

    private static readonly string[] Operations = ["/chat/completions", "/completions", "/embeddings", "/models"];

    /// <summary>The endpoint that operations are appended to. The address has to be one that the settings' own check lets pass.</summary>
    public static Uri Of(ModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.BaseUrl.Length == 0)
        {
            return OpenAi;
        }

        var address = new Uri(settings.BaseUrl.Trim());
        var origin = address.GetLeftPart(UriPartial.Authority);
        return new Uri(origin + (settings.Provider == ModelProvider.AzureOpenAi ? "/openai/v1" : Path(address)));
    }

    internal static bool IsAzure(string host) =>
        host.EndsWith(".openai.azure.com", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".services.ai.azure.com", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".cognitiveservices.azure.com", StringComparison.OrdinalIgnoreCase);

    // People copy the address of one operation as often as the base, and leave out the path that nearly every server has.
    private static string Path(Uri address)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        var operation = Operations.FirstOrDefault(operation => path.EndsWith(operation, StringComparison.OrdinalIgnoreCase));
        path = path[..^(operation?.Length ?? 0)];

        return path.Length == 0 ? "/v1" : path;
    }
}
