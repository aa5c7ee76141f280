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

    private static IDataProtector Protector(TestDatabase database) =>
        database.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");
}
