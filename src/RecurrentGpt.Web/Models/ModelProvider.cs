namespace RecurrentGpt.Web.Models;

/// <summary>Where the models are.</summary>
public enum ModelProvider
{
    /// <summary>In the program itself: the sample writer and the local embedder.</summary>
    Offline,

    OpenAi,

    /// <summary>A resource in Azure, reached through its v1 endpoint.</summary>
    AzureOpenAi,

    /// <summary>Any other server that speaks OpenAI's protocol.</summary>
    Compatible,
}
