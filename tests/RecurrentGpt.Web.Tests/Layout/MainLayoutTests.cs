using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Layout;
using RecurrentGpt.Web.Models;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Storage.Backups;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Layout;

public sealed class MainLayoutTests : BunitContext
{
    private readonly TestDatabase _database = TestDatabase.At(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString()));

    public MainLayoutTests()
    {
        Services.AddSingleton(TimeProvider.System).AddSingleton(Person.First()).AddSingleton(_database.Services.GetRequiredService<RestoreNotices>());
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization().AddSingleton<FailureText>();
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData("/", 0)]
    [InlineData("/new?from=here", 0)]
    [InlineData("/settings", 1)]
    public void Render_Page_NamesTheWayToANewStoryAtMostOnce(string path, int expected)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(path);

        var layout = Render<MainLayout>();

        Assert.Equal(expected, layout.FindAll("header a").Count(link => link.TextContent == "New story"));
    }

    [Fact]
    public void Render_SkipLink_LeadsToTheContentOfThisPage()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/settings?from=desk");

        var layout = Render<MainLayout>();

        Assert.Equal("/settings#main", layout.Find("a.skip").GetAttribute("href"));
        Assert.NotNull(layout.Find("main#main[data-interactive]"));
    }
}
