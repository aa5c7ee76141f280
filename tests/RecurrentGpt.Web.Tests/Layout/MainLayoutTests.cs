using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Radzen;
using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Web.Tests.Layout;

public sealed class MainLayoutTests : BunitContext
{
    public MainLayoutTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLocalization().AddRadzenComponents();
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
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
