using System.Globalization;
using System.Net;
using System.Security.Claims;
using RecurrentGpt.Web.Hosting.Limits;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting.Limits;

public sealed class RequestRateTests : IAsyncLifetime
{
    private readonly ProductionHost _host = new();
    private HttpClient _client = null!;

    public Task InitializeAsync()
    {
        _client = _host.WithWebHostBuilder(builder => builder.UseSetting("Limits:RequestsPerMinute", "2")).CreateClient();
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "Too many requests", "at most 2 requests a minute")]
    [InlineData("zh-CN", "请求太多", "每分钟最多回应 2 次请求")]
    public async Task Get_OneTooMany_SaysSoOnAPageInTheLanguageOfTheScreen(string language, string heading, string explanation)
    {
        _client.DefaultRequestHeaders.Add("Accept-Language", language);
        _client.DefaultRequestHeaders.Add("Accept", "text/html,application/xhtml+xml");
        await AskAsync("/", "/no-such-page");

        using var answer = await _client.GetAsync("/");

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains($">{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(explanation, page, StringComparison.Ordinal);
        Assert.DoesNotContain("_framework", page, StringComparison.Ordinal);
        Assert.InRange(int.Parse(Assert.Single(answer.Headers.GetValues("Retry-After")), CultureInfo.InvariantCulture), 1, 60);
        ExpectedHeaders.AssertOn(answer);
    }

    [Fact]
    public async Task Get_OneTooManyByAProgram_SaysSoInPlainText()
    {
        await AskAsync("/healthz", "/", "/healthz", "/");

        using var answer = await _client.GetAsync("/backups/none");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("The desk answers at most 2 requests a minute.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/css/app.css", HttpStatusCode.OK)]
    [InlineData("/_framework/blazor.web.js", HttpStatusCode.OK)]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/_blazor?id=none", HttpStatusCode.NotFound)]
    [InlineData("/_blazor/disconnect", HttpStatusCode.BadRequest)]
    [InlineData("/_blazor/negotiate?negotiateVersion=1", HttpStatusCode.TooManyRequests)]
    public async Task Request_NothingIsLeft_CountsWhatIsMadeForOnePersonAlone(string path, HttpStatusCode expected)
    {
        await AskAsync("/", "/");

        using var answer = path.StartsWith("/_blazor/", StringComparison.Ordinal) ? await _client.PostAsync(path, null) : await _client.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Theory]
    [InlineData("somebody", "somebody", "203.0.113.7")]
    [InlineData(null, "203.0.113.7", "203.0.113.7")]
    [InlineData(null, "203.0.113.7", "::ffff:203.0.113.7")]
    [InlineData(null, "20010DB800010002", "2001:db8:1:2:3:4:5:6")]
    [InlineData(null, "", null)]
    public void Asker_OfARequest_IsThePersonElseTheAddress(string? person, string expected, string? address)
    {
        var claims = person is null ? new ClaimsIdentity() : new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test");

        Assert.Equal(expected, Asker.Of(new ClaimsPrincipal(claims), address is null ? null : IPAddress.Parse(address)));
    }

    private async Task AskAsync(params string[] paths)
    {
        foreach (var path in paths)
        {
            using var answer = await _client.GetAsync(path);
            Assert.NotEqual(HttpStatusCode.TooManyRequests, answer.StatusCode);
        }
    }
}
