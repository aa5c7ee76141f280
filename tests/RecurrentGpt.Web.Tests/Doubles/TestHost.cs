using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>The whole program, on a data folder of its own.</summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();

    public string DataFolder => _folder.Path;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.UseSetting("Storage:Path", DataFolder);
}
