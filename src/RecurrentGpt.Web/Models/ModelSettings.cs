using System.Globalization;
using System.Text.Json.Serialization;
using RecurrentGpt.Offline;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Models;

/// <summary>Which models write and embed, and how they are reached.</summary>
public sealed record ModelSettings
{
    public ModelProvider Provider { get; init; }

    /// <summary>The server's address; empty for OpenAI's own.</summary>
    public string BaseUrl { get; init; } = "";

    /// <summary>The key in plain; it never leaves the server and is stored encrypted only.</summary>
    [JsonIgnore]
    public string? ApiKey { get; init; }

    /// <summary>Whether a key was stored that can no longer be decrypted; it has to be entered again.</summary>
    [JsonIgnore]
    public bool IsKeyLost { get; init; }

    /// <summary>Signs in to Azure with Entra ID in place of a key.</summary>
    public bool UseEntraId { get; init; }

    /// <summary>The chat model; with Azure, the name of its deployment.</summary>
    public string ChatModel { get; init; } = "";

    /// <summary>The embedding model; not used with <see cref="LocalEmbeddings"/>.</summary>
    public string EmbeddingModel { get; init; } = "";

    /// <summary>Length of a vector; null leaves it to the model.</summary>
    public int? EmbeddingDimensions { get; init; }

    /// <summary>Sent only when it is set.</summary>
    public float? Temperature { get; init; }

    /// <summary>Sent only when it is set.</summary>
    public int? MaxOutputTokens { get; init; }

    /// <summary>Embeds in the program itself, for servers without embeddings.</summary>
    public bool LocalEmbeddings { get; init; }

    /// <summary>What the chat model costs; only for showing, no request depends on it.</summary>
    public TokenPrices Prices { get; init; } = TokenPrices.None;

    [JsonIgnore]
    public bool HasKey => !string.IsNullOrEmpty(ApiKey);

    /// <summary>Name of the space that embeddings live in. Vectors of different spaces are never compared.</summary>
    [JsonIgnore]
    public string EmbeddingSpace => EmbeddingDimensions is { } dimensions
        ? string.Create(CultureInfo.InvariantCulture, $"{EmbeddingModel}@{dimensions}")
        : EmbeddingModel;

    /// <summary>What a reply would cost at the prices of now; null where there are none, or where the sample writer wrote it.</summary>
    /// <param name="model">The model that answered.</param>
    public decimal? CostOf(TokenUsage usage, string model) =>
        Provider == ModelProvider.Offline || model == SampleWriter.Name ? null : Prices.CostOf(usage);

    /// <summary>Names the settings that cannot be used; empty when all are well.</summary>
    public IReadOnlyList<ModelProblem> Problems() => ModelSettingsCheck.Of(this);

    /// <summary>Without the key, since records are easily logged.</summary>
    public override string ToString() => $"{Provider} {ChatModel} {EmbeddingSpace}";
}
