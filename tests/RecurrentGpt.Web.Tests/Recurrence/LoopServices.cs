using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Recurrence;

/// <summary>The whole loop without a screen, over real storage and a server.</summary>
internal static class LoopServices
{
    public static ServiceProvider Of(string folder, Uri model)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = folder,
            ["Models:Provider"] = "Compatible",
            ["Models:BaseUrl"] = model.ToString(),
            ["Models:ChatModel"] = "fake-writer",
            ["Models:EmbeddingModel"] = "fake-embedder",
        }).Build();
        return new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddWriting(configuration).BuildServiceProvider();
    }
}
