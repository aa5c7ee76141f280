using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting.Limits;
using RecurrentGpt.Web.People;

namespace RecurrentGpt.Web.Tests.Hosting.Limits;

public sealed class PagePlaceTests
{
    private readonly PageCounts _pages = new(Options.Create(new LimitOptions { OpenPages = 2 }));

    [Fact]
    public async Task Open_OnePageTooMany_IsRefused()
    {
        var (first, second, third) = (await OpenAsync(), await OpenAsync(), await OpenAsync());

        Assert.Equal([false, false, true], new[] { first, second, third }.Select(page => page.IsRefused));
    }

    [Fact]
    public async Task Close_OnePage_GivesItsPlaceBackOnce()
    {
        var (first, _, third) = (await OpenAsync(), await OpenAsync(), await OpenAsync());
        await CloseAsync(first);
        await CloseAsync(first);

        third.Take();
        third.Take();

        Assert.False(third.IsRefused);
        Assert.True((await OpenAsync()).IsRefused);
    }

    [Fact]
    public async Task Close_ARefusedPage_GivesNothingBack()
    {
        _ = (await OpenAsync(), await OpenAsync());
        await CloseAsync(await OpenAsync());

        Assert.True((await OpenAsync()).IsRefused);
    }

    [Fact]
    public async Task Open_TwoPeople_EachHasTheirOwnPlaces()
    {
        _ = (await OpenAsync("first"), await OpenAsync("first"));

        Assert.True((await OpenAsync("first")).IsRefused);
        Assert.False((await OpenAsync("second")).IsRefused);
    }

    private async Task<PagePlace> OpenAsync(string? person = null)
    {
        var page = new PagePlace(_pages, new People(person));
        await page.OnCircuitOpenedAsync(null!, CancellationToken.None);
        return page;
    }

    private static Task CloseAsync(PagePlace page) => page.OnCircuitClosedAsync(null!, CancellationToken.None);

    private sealed class People(string? person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() => Task.FromResult(new AuthenticationState(new ClaimsPrincipal(
            person is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test"))));
    }
}
