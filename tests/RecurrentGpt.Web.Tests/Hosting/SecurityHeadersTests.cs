using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class SecurityHeadersTests
{
    [Fact]
    public async Task UseSecurityHeaders_AnyAnswer_AllowsNoInlineScriptAndNoFrame()
    {
        var headers = await AnswerAsync();

        var policy = headers.ContentSecurityPolicy.ToString().Split("; ");
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.Contains("default-src 'self'", policy);
    }

    [Fact]
    public async Task UseSecurityHeaders_AnyAnswer_IsTakenForWhatItSaysItIs()
    {
        var headers = await AnswerAsync();

        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
    }

    private static async Task<IHeaderDictionary> AnswerAsync()
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var context = new DefaultHttpContext();

        await new ApplicationBuilder(services).UseSecurityHeaders().Build()(context);

        return context.Response.Headers;
    }
}
