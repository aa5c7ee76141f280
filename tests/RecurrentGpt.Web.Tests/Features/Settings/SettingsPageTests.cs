using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Web.Features.Settings;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Settings;

public sealed class SettingsPageTests : BunitContext, IAsyncLifetime
{
    private TestDatabase _database = null!;

    public SettingsPageTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        JSInterop.Setup<string>("theme.choice").SetResult("system");
    }

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var configuration = new ConfigurationBuilder().Build();
        Services.AddSingleton<IConfiguration>(configuration).AddSingleton(Person.First()).AddModels(configuration).AddSettings();
        Services.AddBackupsOf(_database);
        Services.AddSingleton(_database.Settings).AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public void Render_SampleWriter_AsksForNothingElse()
    {
        var page = Open();

        Assert.Equal("Offline", page.Find("input[name=provider]:checked").GetAttribute("value"));
        Assert.Empty(page.FindAll("#BaseUrl, #ApiKey, #ChatModel"));
    }

    [Fact]
    public async Task Preset_Ollama_FillsTheAddress()
    {
        var page = Open();
        await ChooseAsync(page, ModelProvider.Compatible);

        await Button(page, "Ollama").ClickAsync(new());

        Assert.Equal("http://localhost:11434/v1", page.Find("#BaseUrl").GetAttribute("value"));
    }

    [Fact]
    public async Task Save_Key_IsNeverShownAgain()
    {
        var page = Open();
        await ChooseAsync(page, ModelProvider.OpenAi);
        await page.Find("#ApiKey").ChangeAsync(new() { Value = "sk-secret-1234" });
        await page.Find("#ChatModel").ChangeAsync(new() { Value = "gpt-4.1" });

        await Button(page, "Save").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("A key is stored.", page.Markup, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("#ApiKey"));
        Assert.DoesNotContain("sk-secret", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_FieldMissing_SaysWhatAtTheField()
    {
        var page = Open();
        await ChooseAsync(page, ModelProvider.Compatible);

        await Button(page, "Save").ClickAsync(new());

        Assert.Equal("true", page.Find("#BaseUrl").GetAttribute("aria-invalid"));
        Assert.NotEmpty(page.Find("#BaseUrl-error").TextContent);
    }

    [Fact]
    public async Task Test_RealServer_ShowsThreeRowsThatWork()
    {
        await using var server = await FakeModelServer.StartAsync();
        var page = Open();
        await FillAsync(page, new Uri(server.Address, "/v1"));

        await Button(page, "Test connection").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll("ul[aria-label='Result of the test'] li.worked").Count), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Test_NothingAnswers_SaysSoInPlainWords()
    {
        var page = Open();
        await FillAsync(page, new Uri("http://127.0.0.1:1/v1"));

        await Button(page, "Test connection").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("cannot be reached", page.Find("li.failed p").TextContent, StringComparison.Ordinal), TimeSpan.FromSeconds(10));
        Assert.Equal(2, page.FindAll("li.nottried").Count);
    }

    [Fact]
    public async Task Render_NotTheOwner_OffersWhatIsAllowedAndSaysWhoAllowsIt()
    {
        Services.AddSingleton(Servers.OfGuest("http://localhost:11434/v1", "https://gpu.example/v1"));
        var page = Open();

        Assert.Equal(["Offline", "OpenAi", "Compatible"], page.FindAll("input[name=provider]").Select(choice => choice.GetAttribute("value")));
        Assert.Contains("the owner of this desk allows", page.Find("#servers-limited").TextContent, StringComparison.Ordinal);
        await ChooseAsync(page, ModelProvider.Compatible);
        Assert.Equal(["Ollama", "https://gpu.example/v1"], page.FindAll(".presets button").Select(button => button.TextContent.Trim()));

        await FillAsync(page, new Uri("http://169.254.169.254/v1"));
        await Button(page, "Save").ClickAsync(new());

        Assert.Contains("Models:AllowedUrls", page.Find("#BaseUrl-error").TextContent, StringComparison.Ordinal);
        Assert.Null(await _database.Settings.ReadAsync(ModelSettingsStore.Key, CancellationToken.None));
    }

    [Fact]
    public void Render_Owner_OffersEveryServer()
    {
        var page = Open();

        Assert.Equal(Enum.GetNames<ModelProvider>(), page.FindAll("input[name=provider]").Select(choice => choice.GetAttribute("value")));
        Assert.Empty(page.FindAll("#servers-limited"));
    }

    private IRenderedComponent<SettingsPage> Open()
    {
        var page = Render<SettingsPage>();
        page.WaitForAssertion(() => page.Find("input[name=provider]"));
        return page;
    }

    private static async Task FillAsync(IRenderedComponent<SettingsPage> page, Uri address)
    {
        await ChooseAsync(page, ModelProvider.Compatible);
        await page.Find("#BaseUrl").ChangeAsync(new() { Value = address.ToString() });
        await page.Find("#ChatModel").ChangeAsync(new() { Value = "fake-chat" });
        await page.Find("#EmbeddingModel").ChangeAsync(new() { Value = "fake-embedding" });
    }

    private static Task ChooseAsync(IRenderedComponent<SettingsPage> page, ModelProvider provider) =>
        page.Find($"input[name=provider][value={provider}]").ChangeAsync(new() { Value = provider.ToString() });

    private static IElement Button(IRenderedComponent<SettingsPage> page, string name) =>
        page.FindAll("button").Single(button => button.TextContent.Trim() == name);
}
