using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Hosting.Limits;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.Hosting.Limits;

public sealed class TooManyPagesTests : BunitContext
{
    private readonly PageCounts _pages = new(Options.Create(new LimitOptions { OpenPages = 2 }));

    public TooManyPagesTests()
    {
        Services.AddLocalization().AddSingleton(_pages).AddSingleton<PagePlace>().AddSingleton<AuthenticationStateProvider, ServerAuthentication>();
        Services.AddSingleton(Options.Create(new CircuitsOptions { KeepFor = TimeSpan.FromMinutes(3) }));
        Renderer.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    [Fact]
    public async Task Render_OnePageTooMany_ShowsNothingElseAndSaysWhatToDo()
    {
        await FillAsync();

        var page = Render<Routes>();

        Assert.Equal("Too many pages are open", page.Find("h1").TextContent);
        Assert.Contains("at most 2 pages", page.Find("main > p").TextContent, StringComparison.Ordinal);
        Assert.Contains("counts for 3 minutes", page.Find("main > p").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("a, header, nav"));
        Assert.Equal("", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task TryAgain_StillTooMany_SaysSo()
    {
        await FillAsync();
        var page = Render<Routes>();

        await page.Find("button").ClickAsync(new());

        Assert.Equal("There is no room yet. Close another page first.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public async Task TryAgain_OneWasClosed_Opens()
    {
        await FillAsync();
        var isOpened = false;
        var page = Render<TooManyPages>(part => part.Add(pages => pages.OnTryAgain, () =>
        {
            Services.GetRequiredService<PagePlace>().Take();
            isOpened = !Services.GetRequiredService<PagePlace>().IsRefused;
        }));
        _pages.Close("");

        await page.Find("button").ClickAsync(new());

        Assert.True(isOpened);
    }

    private async Task FillAsync()
    {
        Assert.True(_pages.TryOpen("") && _pages.TryOpen(""));
        await Services.GetRequiredService<PagePlace>().OnCircuitOpenedAsync(null!, CancellationToken.None);
    }

    private sealed class ServerAuthentication : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new()));
    }
}
