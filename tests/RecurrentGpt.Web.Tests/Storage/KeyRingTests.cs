using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Storage;

public sealed class KeyRingTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Protect_ThenRestart_CanBeReadAgain()
    {
        string secret;
        await using (var first = TestDatabase.At(_data.Path))
        {
            secret = Protector(first).Protect("sk-test");
        }

        await using var second = TestDatabase.At(_data.Path);

        Assert.Equal("sk-test", Protector(second).Unprotect(secret));
        Assert.NotEmpty(Directory.GetFiles(second.Folder.Keys, "key-*.xml"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<key id=\"8b")]
    public async Task Protect_KeyFileIsTorn_SetsItAsideAndReadsWhatOtherKeysProtect(string torn)
    {
        string secret;
        await using (var first = TestDatabase.At(_data.Path))
        {
            secret = Protector(first).Protect("sk-test");
        }

        var file = Path.Combine(_data.Path, "keys", $"key-{Guid.NewGuid()}.xml");
        await File.WriteAllTextAsync(file, torn);
        await using var second = TestDatabase.At(_data.Path);

        Assert.Equal("sk-test", Protector(second).Unprotect(secret));
        Assert.Equal(torn, await File.ReadAllTextAsync($"{file}.damaged"));
    }

    [Fact]
    public async Task Protect_OnlyKeyFileIsTorn_MakesAnotherKey()
    {
        await using (var first = TestDatabase.At(_data.Path))
        {
            Protector(first).Protect("sk-test");
        }

        await File.WriteAllTextAsync(Directory.GetFiles(Path.Combine(_data.Path, "keys"), "key-*.xml").Single(), "");
        await using var second = TestDatabase.At(_data.Path);

        Assert.Equal("sk-new", Protector(second).Unprotect(Protector(second).Protect("sk-new")));
    }

    private static IDataProtector Protector(TestDatabase database) =>
        database.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
