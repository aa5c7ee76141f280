using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.People.Access;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.SignIn;

public sealed class SignInPagesTests : IAsyncLifetime
{
    private readonly SignInHost _host = new();

    public Task InitializeAsync() => _host.AddPeopleAsync();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Get_NotSignedIn_LeadsToTheDoorAndFromThereBack()
    {
        using var ada = _host.Visit();
        var path = await ada.TurnedAwayToAsync("/settings?x=1");

        using var answer = await ada.SubmitAsync(path, ("Name", "ADA "), ("Password", SignInHost.AdaPassword));

        Assert.StartsWith("/sign-in?returnUrl=", path, StringComparison.Ordinal);
        Assert.Equal("/settings?x=1", Visitor.PathOf(answer));
        Assert.Equal("", await ada.TurnedAwayToAsync("/settings"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example")]
    public async Task Post_ReturnUrlElsewhere_StaysHere(string elsewhere)
    {
        using var ada = _host.Visit();

        using var answer = await ada.SubmitAsync($"/sign-in?returnUrl={Uri.EscapeDataString(elsewhere)}", ("Name", "Ada"), ("Password", SignInHost.AdaPassword));

        Assert.Equal("/", Visitor.PathOf(answer));
    }

    [Fact]
    public async Task Post_RightPassword_SetsACookieThatNoScriptAndNoOtherSiteGets()
    {
        using var ada = _host.Visit();

        using var answer = await ada.SubmitAsync("/sign-in", ("Name", "Ada"), ("Password", SignInHost.AdaPassword));

        var cookie = answer.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("recurrentgpt.person=", StringComparison.Ordinal));
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Post_WrongPassword_SaysTheSameForEveryNameUpToTheLock()
    {
        using var anybody = _host.Visit();
        for (var attempt = 1; attempt <= 6; attempt++)
        {
            var (known, unknown) = (await TryAsync(anybody, "Ben"), await TryAsync(anybody, "Nobody"));

            Assert.Contains(attempt < 5 ? "do not go together" : "too many wrong passwords", known, StringComparison.Ordinal);
            Assert.Equal(known, unknown);
        }

        using var ben = _host.Visit();
        using var right = await ben.SubmitAsync("/sign-in", ("Name", "Ben"), ("Password", SignInHost.BenPassword));
        Assert.Contains("15 minutes", await right.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutItsToken_IsRefused()
    {
        using var client = _host.CreateClient(new() { AllowAutoRedirect = false });
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "sign-in"), KeyValuePair.Create("Name", "Ada"), KeyValuePair.Create("Password", SignInHost.AdaPassword)]);

        using var answer = await client.PostAsync("/sign-in", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task SignOut_CookieWasCopied_IsOverForItToo()
    {
        using var ada = _host.Visit();
        using var entered = await ada.SubmitAsync("/sign-in", ("Name", "Ada"), ("Password", SignInHost.AdaPassword));
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("recurrentgpt.person=", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, await GetWithAsync(cookie));

        using var left = await ada.SubmitFromAsync("/", "/sign-out");

        Assert.Equal("/sign-in?left=true", Visitor.PathOf(left));
        Assert.Equal(HttpStatusCode.Redirect, await GetWithAsync(cookie));
    }

    [Fact]
    public async Task Password_Changed_SignsOutElsewhereAndNotHere()
    {
        using var here = await _host.SignInAsync("Ben", SignInHost.BenPassword);
        using var elsewhere = await _host.SignInAsync("Ben", SignInHost.BenPassword);

        using var answer = await here.SubmitAsync("/password", ("Present", SignInHost.BenPassword), ("Wanted", "a new one of my own"));

        Assert.Contains("Your password is changed", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("", await here.TurnedAwayToAsync("/"));
        Assert.StartsWith("/sign-in", await elsewhere.TurnedAwayToAsync("/"), StringComparison.Ordinal);
        (await _host.SignInAsync("Ben", "a new one of my own")).Dispose();
    }

    [Fact]
    public async Task Password_PresentOneIsWrong_ChangesNothing()
    {
        using var ben = await _host.SignInAsync("Ben", SignInHost.BenPassword);

        using var answer = await ben.SubmitAsync("/password", ("Present", "not mine at all"), ("Wanted", "a new one of my own"));

        Assert.Contains("This is not your present password.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (await _host.SignInAsync("Ben", SignInHost.BenPassword)).Dispose();
    }

    [Fact]
    public async Task FirstStart_ThereIsAnAccount_IsClosed()
    {
        using var anybody = _host.Visit();

        Assert.Equal("/sign-in", await anybody.TurnedAwayToAsync("/first-start"));
        Assert.False(_host.Services.GetRequiredService<FirstStart>().IsCode(""));
    }

    private static async Task<string> TryAsync(Visitor visitor, string name)
    {
        using var answer = await visitor.SubmitAsync("/sign-in", ("Name", name), ("Password", "a wrong password"));
        return new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelector("[role=alert]")!.TextContent;
    }

    private async Task<HttpStatusCode> GetWithAsync(string cookie)
    {
        using var client = _host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        using var answer = await client.GetAsync("/");
        return answer.StatusCode;
    }
}
