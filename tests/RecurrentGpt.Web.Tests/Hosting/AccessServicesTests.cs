using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RecurrentGpt.Web.Hosting;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class AccessServicesTests
{
    [Theory]
    [InlineData("127.0.0.1", "203.0.113.7 https desk.example", "Access:BehindProxy=true")]
    [InlineData("10.1.2.3", "203.0.113.7 https desk.example", "Access:BehindProxy=true", "Access:KnownProxies:0=10.0.0.0/8")]
    [InlineData("10.1.2.3", "203.0.113.7 https desk.example", "Access:BehindProxy=true", "Access:KnownProxies:0=10.1.2.3")]
    [InlineData("10.1.2.3", "10.1.2.3 http localhost", "Access:BehindProxy=true")]
    [InlineData("127.0.0.1", "127.0.0.1 http localhost")]
    [InlineData("10.1.2.3", "10.1.2.3 http localhost", "Access:KnownProxies:0=10.0.0.0/8")]
    public async Task Forwarded_FromAnAddress_IsHeardFromKnownProxiesAlone(string from, string expected, params string[] settings)
    {
        await using var app = Build(["AllowedHosts=desk.example", .. settings]);
        await app.StartAsync();

        var context = await app.GetTestServer().SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(from);
            request.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
            request.Request.Headers["X-Forwarded-Proto"] = "https";
            request.Request.Headers["X-Forwarded-Host"] = "desk.example";
        });

        using var answer = new StreamReader(context.Response.Body);
        Assert.Equal(expected, await answer.ReadToEndAsync());
    }

    [Fact]
    public async Task AddAccess_AProxyThatIsNone_NamesTheKey()
    {
        await using var app = Build(["Access:KnownProxies:0=the-proxy"]);

        var refused = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IOptions<AccessOptions>>().Value);

        Assert.Contains("Access:KnownProxies", refused.Message, StringComparison.Ordinal);
        Assert.Contains("the-proxy", refused.Message, StringComparison.Ordinal);
    }

    private static WebApplication Build(string[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddConfiguration(Settings.Of(settings));
        builder.WebHost.UseTestServer();
        builder.Services.AddAccess();
        var app = builder.Build();
        app.Run(context => context.Response.WriteAsync($"{context.Connection.RemoteIpAddress} {context.Request.Scheme} {context.Request.Host}"));
        return app;
    }
}
