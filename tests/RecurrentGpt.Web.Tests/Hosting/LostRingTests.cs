using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

/// <summary>The whole program, started again after somebody has deleted the folder of its keys.</summary>
public sealed class LostRingTests : IDisposable
{
    private const string Key = "sk-lost-0123456789";

    private static readonly ModelSettings Saved = new()
    {
        Provider = ModelProvider.OpenAi,
        ApiKey = Key,
        ChatModel = "gpt-4.1",
        EmbeddingModel = "text-embedding-3-small",
        Temperature = 0.4f,
    };

    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Restart_RingIsGone_AsksForTheKeyAgainAndKeepsAllElse()
    {
        await using (var first = Start())
        {
            using var client = first.CreateClient();
            using var scope = first.Services.CreateScope();
            await scope.ServiceProvider.GetRequiredService<ModelSettingsStore>().SaveAsync(Saved, CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Title = "The Glass Orchard" }, new StorySettings());
            Assert.DoesNotContain("Enter it again", await client.GetStringAsync("/settings"), StringComparison.Ordinal);
        }

        Directory.Delete(Path.Combine(_data.Path, "keys"), recursive: true);
        await using var second = Start();
        using var again = second.CreateClient();
        var settings = await again.GetStringAsync("/settings");
        using var after = second.Services.CreateScope();
        var read = await after.ServiceProvider.GetRequiredService<ModelSettingsStore>().ReadAsync(CancellationToken.None);

        Assert.Contains("The stored key cannot be read any more. Enter it again.", settings, StringComparison.Ordinal);
        Assert.Contains("id=\"ApiKey\"", settings, StringComparison.Ordinal);
        Assert.Equal(Saved with { ApiKey = null, IsKeyLost = true }, read);
        Assert.Contains("The Glass Orchard", await again.GetStringAsync("/"), StringComparison.Ordinal);
        await after.ServiceProvider.GetRequiredService<ModelSettingsStore>().SaveAsync(read with { ApiKey = Key, IsKeyLost = false }, CancellationToken.None);
        Assert.DoesNotContain("Enter it again", await again.GetStringAsync("/settings"), StringComparison.Ordinal);
    }

    private WebApplicationFactory<Program> Start() => new Host(_data.Path);

    private sealed class Host(string data) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Storage:Path", data);
    }
}
