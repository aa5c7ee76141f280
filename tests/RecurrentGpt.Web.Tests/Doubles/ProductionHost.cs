using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>The whole program as people run it: in development files come another way, and defects are shown.</summary>
public sealed class ProductionHost : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        EmptyDatabase.CopyTo(_folder.Path);
        builder.UseEnvironment("Production").UseSetting("Storage:Path", _folder.Path);
    }
}
