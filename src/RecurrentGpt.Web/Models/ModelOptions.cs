namespace RecurrentGpt.Web.Models;

/// <summary>What holds until somebody saves settings of their own.</summary>
public sealed class ModelOptions
{
    public const string Section = "Models";

    /// <summary>Null lets the address and the key decide: neither means offline.</summary>
    public ModelProvider? Provider { get; set; }

    public string BaseUrl { get; set; } = "";

    public string ApiKey { get; set; } = "";

    public bool UseEntraId { get; set; }

    /// <summary>Servers that people may use who are not the owner of the desk, besides OpenAI's own and <see cref="BaseUrl"/>.</summary>
    public IList<string> AllowedUrls { get; } = [];

    public string ChatModel { get; set; } = "gpt-4.1-mini";

    public string EmbeddingModel { get; set; } = "text-embedding-3-small";

    public int? EmbeddingDimensions { get; set; }

    public float? Temperature { get; set; }

    public int? MaxOutputTokens { get; set; }

    public bool LocalEmbeddings { get; set; }

    /// <summary>Pace of the sample writer; 0 gives its reply at once.</summary>
    public double SampleWordsPerSecond { get; set; } = 40;

    /// <summary>Picks among the sample writer's stories.</summary>
    public int SampleSeed { get; set; }
}
