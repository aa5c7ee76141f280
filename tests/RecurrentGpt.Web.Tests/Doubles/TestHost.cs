using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace RecurrentGpt.Web.Tests.Doubles;

/// <summary>The whole program, on a data folder of its own.</summary>
public sealed class TestHost : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();
    private AsyncServiceScope? _page;

    public string DataFolder => _folder.Path;

    /// <summary>The services of a page.</summary>
    public IServiceProvider Page => (_page ??= Services.CreateAsyncScope()).ServiceProvider;

    public override async ValueTask DisposeAsync()
    {
        await (_page?.DisposeAsync() ?? ValueTask.CompletedTask);
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        EmptyDatabase.CopyTo(DataFolder);
        builder.UseSetting("Storage:Path", DataFolder);
    }
}
