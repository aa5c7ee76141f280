using System.Net;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class WebAppTests(TestHost app) : IClassFixture<TestHost>
{
    private const int ScriptAtLeast = 100 * 1024;

    [Fact]
    public async Task Get_Root_ServesTheLibrary()
    {
        using var client = app.CreateClient();

        var page = await client.GetStringAsync("/");

        Assert.Contains("Your stories", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ClientScript_ServesAllOfIt()
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync("/_framework/blazor.web.js");
        var script = await answer.Content.ReadAsByteArrayAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
        Assert.True(script.Length > ScriptAtLeast, $"{script.Length} bytes");
    }

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/favicon.svg", HttpStatusCode.OK)]
    [InlineData("/css/app.css", HttpStatusCode.OK)]
    [InlineData("/RecurrentGpt.Web.styles.css", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    public async Task Get_Path_AnswersWithStatus(string path, HttpStatusCode expected)
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync(path);

        Assert.Equal(expected, answer.StatusCode);
    }
}
