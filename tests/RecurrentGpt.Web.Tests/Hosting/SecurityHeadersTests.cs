using System.Net;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class SecurityHeadersTests(ProductionHost app) : IClassFixture<ProductionHost>
{
    /// <summary>Every kind of answer: its address, its status, and whether a browser may keep it.</summary>
    public static TheoryData<string, HttpStatusCode, bool> Answers => new()
    {
        { "/", HttpStatusCode.OK, false },
        { "/new", HttpStatusCode.OK, false },
        { "/settings", HttpStatusCode.OK, false },
        { "/error", HttpStatusCode.OK, false },
        { "/no-such-page", HttpStatusCode.NotFound, false },
        { "/healthz", HttpStatusCode.OK, false },
        { "/stories/00000000-0000-7000-8000-000000000000/export?format=json", HttpStatusCode.NotFound, false },
        { "/stories/00000000-0000-7000-8000-000000000000/export?format=pdf", HttpStatusCode.BadRequest, false },
        { "/play/00000000-0000-7000-8000-000000000000/export", HttpStatusCode.NotFound, false },
        { "/backups/none", HttpStatusCode.NotFound, false },
        { "/css/app.css", HttpStatusCode.OK, true },
        { "/js/start.js", HttpStatusCode.OK, true },
        { "/favicon.svg", HttpStatusCode.OK, true },
        { "/_framework/blazor.web.js", HttpStatusCode.OK, true },
        { "/RecurrentGpt.Web.styles.css", HttpStatusCode.OK, true },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Get_AnyAddress_CarriesAllHeaders(string path, HttpStatusCode status, bool isKept)
    {
        using var client = app.CreateClient();

        using var answer = await client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        ExpectedHeaders.AssertOn(answer);
        ExpectedHeaders.AssertKept(isKept, answer);
    }

    [Theory]
    [InlineData("https://desk.example", "max-age=31536000")]
    [InlineData("http://desk.example", "")]
    [InlineData("https://localhost", "")]
    public async Task Get_OverHttps_AsksTheBrowserToStayThere(string address, string expected)
    {
        await using var server = new ProductionHost();
        using var client = server.WithWebHostBuilder(builder => builder.UseSetting("AllowedHosts", "desk.example")).CreateClient(new() { BaseAddress = new Uri(address) });

        using var answer = await client.GetAsync("/healthz");

        Assert.Equal(expected, answer.Headers.TryGetValues("Strict-Transport-Security", out var values) ? Assert.Single(values) : "");
    }
}
