using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Features.Settings;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Settings;

public sealed class ModelSettingsFormTests : IAsyncLifetime
{
    private const string Key = "sk-test-0123456789";

    private TestDatabase _database = null!;
    private ModelSettingsStore _store = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.OpenAsync();
        var defaults = new ModelDefaults(Options.Create(new ModelOptions()), new ConfigurationBuilder().Build());
        _store = new ModelSettingsStore(_database.Settings, defaults, Servers.OfOwner, new EphemeralDataProtectionProvider(), NullLogger<ModelSettingsStore>.Instance);
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task Load_NothingSaved_ShowsTheSampleWriter()
    {
        var form = await LoadAsync();

        Assert.Equal((true, ModelProvider.Offline, FormState.Editing), (form.IsLoaded, form.Provider, form.State));
    }

    [Fact]
    public async Task Save_OpenAiWithAKey_StoresAllAndShowsOnlyThatThereIsAKey()
    {
        var form = await SavedAsync();

        Assert.Equal(FormState.Saved, form.State);
        Assert.True(form.HasStoredKey);
        Assert.Equal("", form.NewKey);
        var stored = await _store.ReadAsync(CancellationToken.None);
        Assert.Equal((ModelProvider.OpenAi, "gpt-4.1", 0.7f, Key), (stored.Provider, stored.ChatModel, stored.Temperature, stored.ApiKey));
    }

    [Fact]
    public async Task Save_KeyUntouched_KeepsIt()
    {
        await SavedAsync();
        var form = await LoadAsync();
        form.ChatModel = "gpt-4.1-mini";

        await form.SaveAsync(CancellationToken.None);

        var stored = await _store.ReadAsync(CancellationToken.None);
        Assert.Equal(("gpt-4.1-mini", Key), (stored.ChatModel, stored.ApiKey));
    }

    [Fact]
    public async Task ToSettings_AnotherAddress_DoesNotTakeTheStoredKeyThere()
    {
        await SavedAsync();
        var form = await LoadAsync();

        (form.Provider, form.BaseUrl) = (ModelProvider.Compatible, "http://localhost:11434/v1");

        Assert.False(form.HasStoredKey);
        Assert.Null(form.ToSettings().ApiKey);
    }

    [Fact]
    public async Task Save_ForgetKey_StoresNone()
    {
        var form = await LoadAsync();
        (form.Provider, form.BaseUrl, form.NewKey, form.ChatModel) = (ModelProvider.Compatible, "http://localhost:1234/v1", Key, "local");
        await form.SaveAsync(CancellationToken.None);

        form.KeyChange = KeyChange.Forget;
        await form.SaveAsync(CancellationToken.None);

        Assert.Null((await _store.ReadAsync(CancellationToken.None)).ApiKey);
        Assert.Equal(FormState.Saved, form.State);
    }

    [Theory]
    [InlineData("warm", nameof(ModelSettings.Temperature))]
    [InlineData("3", nameof(ModelSettings.Temperature))]
    public async Task Save_TemperatureThatCannotBe_NamesTheFieldAndStoresNothing(string temperature, string field)
    {
        await SavedAsync();
        var form = await LoadAsync();
        form.Temperature = temperature;

        await form.SaveAsync(CancellationToken.None);

        Assert.Equal(field, Assert.Single(form.Problems).Name);
        Assert.Equal(temperature, form.Temperature);
        Assert.Equal(0.7f, (await _store.ReadAsync(CancellationToken.None)).Temperature);
    }

    [Fact]
    public async Task Check_NumberWithAComma_IsRead()
    {
        await SavedAsync();
        var form = await LoadAsync();

        form.Temperature = "0,4";

        Assert.True(form.Check());
        Assert.Equal(0.4f, form.ToSettings().Temperature);
    }

    [Fact]
    public async Task Save_Prices_KeepsThemAndTheKey()
    {
        await SavedAsync();
        var form = await LoadAsync();
        (form.Prices.Input, form.Prices.Output, form.Prices.Currency) = ("0,15", " 0.6 ", "EUR");

        await form.SaveAsync(CancellationToken.None);

        var stored = await _store.ReadAsync(CancellationToken.None);
        Assert.Equal((new TokenPrices { InputPrice = 0.15m, OutputPrice = 0.6m, Currency = "EUR" }, Key), (stored.Prices, stored.ApiKey));
        Assert.Equal(("0.15", "0.6", "", "EUR"), (form.Prices.Input, form.Prices.Output, form.Prices.CachedInput, form.Prices.Currency));
    }

    [Theory]
    [InlineData("cheap", "1", nameof(TokenPrices.InputPrice))]
    [InlineData("-1", "1", nameof(TokenPrices.InputPrice))]
    [InlineData("1", "1000000.5", nameof(TokenPrices.OutputPrice))]
    [InlineData("1", "", nameof(TokenPrices.OutputPrice))]
    public async Task Save_PriceThatCannotBe_NamesTheFieldAndStoresNothing(string input, string output, string field)
    {
        await SavedAsync();
        var form = await LoadAsync();
        (form.Prices.Input, form.Prices.Output) = (input, output);

        await form.SaveAsync(CancellationToken.None);

        Assert.Equal(field, form.Problems[0].Name);
        Assert.Equal(TokenPrices.None, (await _store.ReadAsync(CancellationToken.None)).Prices);
    }

    [Fact]
    public async Task Check_CurrencyLeftEmpty_IsTheUsualOne()
    {
        await SavedAsync();
        var form = await LoadAsync();

        form.Prices.Currency = " ";

        Assert.True(form.Check());
        Assert.Equal("$", form.ToSettings().Prices.Currency);
    }

    private async Task<ModelSettingsForm> LoadAsync()
    {
        var form = new ModelSettingsForm(_store, NullLogger<ModelSettingsForm>.Instance);
        await form.LoadAsync(CancellationToken.None);
        return form;
    }

    private async Task<ModelSettingsForm> SavedAsync()
    {
        var form = await LoadAsync();
        (form.Provider, form.NewKey, form.ChatModel, form.EmbeddingModel, form.Temperature) =
            (ModelProvider.OpenAi, Key, "gpt-4.1", "text-embedding-3-small", "0.7");
        await form.SaveAsync(CancellationToken.None);
        return form;
    }
}
