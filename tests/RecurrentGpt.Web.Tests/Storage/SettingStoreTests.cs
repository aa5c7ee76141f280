using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class SettingStoreTests : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.OpenAsync();

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Read_NeverSaved_IsNull()
    {
        Assert.Null(await _database.Settings.ReadAsync("provider", default));
    }

    [Fact]
    public async Task Save_Twice_KeepsTheLater()
    {
        await _database.Settings.SaveAsync("provider", "one", default);
        await _database.Settings.SaveAsync("provider", "two", default);

        Assert.Equal("two", await _database.Settings.ReadAsync("provider", default));
    }

    [Fact]
    public async Task Save_Null_Removes()
    {
        await _database.Settings.SaveAsync("provider", "one", default);

        await _database.Settings.SaveAsync("provider", null, default);

        Assert.Null(await _database.Settings.ReadAsync("provider", default));
    }
}
