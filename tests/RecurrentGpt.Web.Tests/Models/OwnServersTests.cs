using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class OwnServersTests
{
    private const string Listed = "https://models.example/team";

    private static readonly ModelSettings Settings = new()
    {
        Provider = ModelProvider.Compatible,
        BaseUrl = Listed,
        ApiKey = "sk-test-0123456789",
        ChatModel = "writer",
        EmbeddingModel = "embedder",
    };

    [Theory]
    [InlineData(ModelProvider.Offline, "")]
    [InlineData(ModelProvider.OpenAi, "")]
    [InlineData(ModelProvider.OpenAi, "https://api.openai.com/v1")]
    [InlineData(ModelProvider.Compatible, "https://models.example/team")]
    [InlineData(ModelProvider.Compatible, "https://MODELS.example:443/team/v1/")]
    [InlineData(ModelProvider.Compatible, " https://models.example/team/v1/chat/completions ")]
    public void Problems_OfAGuest_NoneWhereTheServerIsListed(ModelProvider provider, string address)
    {
        Assert.Empty(Servers.OfGuest(Listed).Problems(Settings with { Provider = provider, BaseUrl = address }));
    }

    [Theory]
    [InlineData("http://models.example/team")]
    [InlineData("https://models.example/")]
    [InlineData("https://models.example/teams/v1")]
    [InlineData("https://models.example:8443/team")]
    [InlineData("https://models.example.evil.example/team")]
    [InlineData("https://evil.example/https://models.example/team")]
    [InlineData("https://models.example@evil.example/team")]
    [InlineData("https://models.example/team/../admin")]
    [InlineData("https://models.example/team/%2e%2e/admin")]
    [InlineData("https://models.example/team/..%2fadmin")]
    [InlineData("https://models.example/team\\..\\admin")]
    [InlineData("https://evil.example\\@models.example/team")]
    [InlineData("https://models.example/admin?x=/team")]
    [InlineData("https://models.example/admin#/team")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[fd00:ec2::254]/latest")]
    [InlineData("http://2852039166/latest")]
    [InlineData("http://localhost:11434/v1")]
    [InlineData("http://127.0.0.1:5080/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://models.example/team")]
    [InlineData("//models.example/team")]
    [InlineData("not an address")]
    public void Problems_OfAGuest_NameTheServerThatIsNotListedAndWhoCanAddIt(string address)
    {
        var problem = Assert.Single(Servers.OfGuest(Listed).Problems(Settings with { BaseUrl = address }));

        Assert.Equal((nameof(ModelSettings.BaseUrl), FailureKind.NotAllowed), (problem.Name, problem.Kind));
        Assert.Contains(address.Trim(), problem.Reason, StringComparison.Ordinal);
        Assert.Contains("The owner of this desk can add it to Models:AllowedUrls", problem.Reason, StringComparison.Ordinal);
        Assert.Empty(Servers.OfOwner.Problems(Settings with { BaseUrl = address }));
    }

    [Fact]
    public void Problems_OfAGuest_NoneAtTheServerOfTheConfiguration()
    {
        var servers = Servers.OfGuestAt(new ModelOptions { BaseUrl = "http://gpu.lan:8000/v1" });

        Assert.Empty(servers.Problems(Settings with { BaseUrl = "http://gpu.lan:8000/v1" }));
        Assert.Single(servers.Problems(Settings with { BaseUrl = "http://gpu.lan:8001/v1" }));
    }

    [Fact]
    public void Problems_EntraId_IsForTheOwnerAndWhereTheConfigurationSignsInSo()
    {
        const string Azure = "https://desk.openai.azure.com";
        var entra = Settings with { Provider = ModelProvider.AzureOpenAi, BaseUrl = Azure, UseEntraId = true, ApiKey = null };

        var refused = Assert.Single(Servers.OfGuest(Azure).Problems(entra));

        Assert.Equal((nameof(ModelSettings.UseEntraId), FailureKind.NotAllowed), (refused.Name, refused.Kind));
        Assert.False(Servers.OfGuest(Azure).MayUseEntraId);
        Assert.Empty(Servers.OfGuest(Azure).Problems(entra with { UseEntraId = false }));
        Assert.Empty(Servers.OfOwner.Problems(entra));
        Assert.Empty(Servers.OfGuestAt(new ModelOptions { BaseUrl = Azure, UseEntraId = true }).Problems(entra));
    }

    [Fact]
    public void Providers_OfAGuest_AreThoseThatAnythingCanBeChosenOf()
    {
        Assert.Equal([ModelProvider.Offline, ModelProvider.OpenAi], Servers.OfGuest().Providers);
        Assert.Equal([ModelProvider.Offline, ModelProvider.OpenAi, ModelProvider.Compatible], Servers.OfGuest(Listed).Providers);
        Assert.Equal(Enum.GetValues<ModelProvider>(), Servers.OfGuest("https://desk.openai.azure.com").Providers);
        Assert.Equal(Enum.GetValues<ModelProvider>(), Servers.OfOwner.Providers);
    }

    [Fact]
    public async Task Save_ServerThatIsNotListed_IsRefusedAndNothingIsStored()
    {
        var stored = new MemorySettingStore();
        var store = Store(stored, Servers.OfGuest(Listed));

        var refused = await Assert.ThrowsAsync<ModelException>(() => store.SaveAsync(Settings with { BaseUrl = "http://169.254.169.254/v1" }, CancellationToken.None));

        Assert.Equal(FailureKind.NotAllowed, refused.Failure.Kind);
        Assert.Empty(stored.Values);
    }

    [Fact]
    public async Task Current_ServerIsListedNoMore_AsksNothingOfIt()
    {
        await using var server = await FakeModelServer.StartAsync();
        var stored = new MemorySettingStore();
        await Store(stored, Servers.OfGuest(server.Address.ToString())).SaveAsync(Settings with { BaseUrl = server.BaseUrl.ToString(), ApiKey = null }, CancellationToken.None);
        using var transport = new ModelTransport();
        var source = new ModelSource(Store(stored, Servers.OfGuest()), new ModelFactory(transport, Options.Create(new ModelOptions()), Servers.OfGuest(), TimeProvider.System));

        var refused = await Assert.ThrowsAsync<ModelException>(() => source.CurrentAsync(CancellationToken.None).AsTask());

        Assert.Equal(FailureKind.NotAllowed, refused.Failure.Kind);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Run_TestOfAServerThatIsNotListed_AsksNothingOfIt()
    {
        await using var server = await FakeModelServer.StartAsync();
        using var transport = new ModelTransport();
        var test = new ConnectionTest(new ModelFactory(transport, Options.Create(new ModelOptions()), Servers.OfGuest(Listed), TimeProvider.System), TimeProvider.System);

        var report = await test.RunAsync(Settings with { BaseUrl = server.BaseUrl.ToString() }, CancellationToken.None);

        Assert.All(report.Results, result => Assert.NotEqual(ConnectionOutcome.Worked, result.Outcome));
        Assert.Equal(FailureKind.NotAllowed, report.Results[0].Failure?.Kind);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("ftp://models.example")]
    [InlineData("https://user:word@models.example")]
    [InlineData("https://models.example/a/../b")]
    [InlineData("models.example")]
    [InlineData("")]
    public void Validate_ListedAddressThatIsNone_IsNamedWithItsKey(string address)
    {
        var options = new ModelOptions();
        options.AllowedUrls.Add(Listed);
        options.AllowedUrls.Add(address);

        var result = new ValidateModelOptions(new ConfigurationBuilder().Build()).Validate(null, options);

        Assert.StartsWith("Models:AllowedUrls:1: ", Assert.Single(result.Failures!), StringComparison.Ordinal);
    }

    private static ModelSettingsStore Store(MemorySettingStore stored, OwnServers servers) => new(
        stored,
        new ModelDefaults(Options.Create(new ModelOptions()), new ConfigurationBuilder().Build()),
        servers,
        new EphemeralDataProtectionProvider(),
        NullLogger<ModelSettingsStore>.Instance);
}
