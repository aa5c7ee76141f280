using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class SameOriginTests
{
    [Theory]
    [InlineData("http://desk.example", "desk.example", "http://desk.example")]
    [InlineData("http://desk.example:5080", "desk.example:5080", "http://DESK.example:5080")]
    [InlineData("https://desk.example", "desk.example", "https://desk.example")]
    [InlineData("https://desk.example", "desk.example:443", "https://desk.example")]
    [InlineData("http://desk.example", "desk.example", "https://desk.example")]
    [InlineData("http://[::1]:5080", "[::1]:5080", "http://[::1]:5080")]
    [InlineData("http://desk.example", "desk.example", "null", "same-origin")]
    [InlineData("http://desk.example", "desk.example", null)]
    [InlineData("http://desk.example", "desk.example", null, "none")]
    [InlineData("http://desk.example", "desk.example", null, "same-origin")]
    public async Task Post_FromOurOwnPages_GoesOn(string address, string host, string? origin, string? site = null) =>
        Assert.Equal(StatusCodes.Status204NoContent, await AnswerAsync("POST", "/account", address, host, origin, site));

    [Theory]
    [InlineData("http://desk.example", "desk.example", "http://elsewhere.example")]
    [InlineData("http://desk.example", "desk.example", "http://desk.example:81")]
    [InlineData("http://127.0.0.1:5080", "127.0.0.1:5080", "http://127.0.0.1:3000", "same-site")]
    [InlineData("http://127.0.0.1:5080", "127.0.0.1:5080", "http://localhost:5080")]
    [InlineData("https://desk.example", "desk.example", "http://desk.example")]
    [InlineData("http://desk.example", "desk.example", "null")]
    [InlineData("http://desk.example", "desk.example", "null", "cross-site")]
    [InlineData("http://desk.example", "desk.example", "")]
    [InlineData("http://desk.example", "desk.example", "file://desk.example")]
    [InlineData("http://desk.example", "desk.example", "http://desk.example, http://elsewhere.example")]
    [InlineData("http://desk.example", "desk.example", null, "cross-site")]
    [InlineData("http://desk.example", "desk.example", null, "same-site")]
    public async Task Post_FromAnotherSite_IsRefused(string address, string host, string? origin, string? site = null) =>
        Assert.Equal(StatusCodes.Status403Forbidden, await AnswerAsync("POST", "/account", address, host, origin, site));

    [Theory]
    [InlineData("GET", "/_blazor", StatusCodes.Status403Forbidden)]
    [InlineData("POST", "/_blazor/negotiate", StatusCodes.Status403Forbidden)]
    [InlineData("CONNECT", "/_blazor", StatusCodes.Status403Forbidden)]
    [InlineData("DELETE", "/", StatusCodes.Status403Forbidden)]
    [InlineData("GET", "/", StatusCodes.Status204NoContent)]
    [InlineData("HEAD", "/stories", StatusCodes.Status204NoContent)]
    public async Task Request_FromAnotherSite_MayOnlyAskForAPage(string method, string path, int expected) =>
        Assert.Equal(expected, await AnswerAsync(method, path, "http://desk.example", "desk.example", "http://elsewhere.example", "cross-site"));

    [Fact]
    public async Task WebSocket_FromAnotherSite_IsRefusedByTheRealServer()
    {
        await using var app = new TestHost();
        app.UseKestrel(0);
        app.StartServer();
        var address = app.ClientOptions.BaseAddress;

        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(address, "https://elsewhere.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await ConnectAsync(address, $"http://{address.Host}:1"));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(address, address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.SwitchingProtocols, await ConnectAsync(address, origin: null));
    }

    private static async Task<int> AnswerAsync(string method, string path, string address, string host, string? origin, string? site)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var app = new ApplicationBuilder(services).UseSameOriginOnly();
        app.Run(passed =>
        {
            passed.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext { RequestServices = services };
        (context.Request.Method, context.Request.Path, context.Request.Scheme, context.Request.Host) = (method, path, new Uri(address).Scheme, new HostString(host));
        Set(context, "Origin", origin);
        Set(context, "Sec-Fetch-Site", site);

        await app.Build()(context);

        return context.Response.StatusCode;
    }

    private static void Set(HttpContext context, string name, string? value)
    {
        if (value is not null)
        {
            context.Request.Headers[name] = value;
        }
    }

    private static async Task<HttpStatusCode> ConnectAsync(Uri address, string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/_blazor" }.Uri, CancellationToken.None);
        }
        catch (WebSocketException)
        {
            Assert.NotEqual(WebSocketState.Open, socket.State);
        }

        return socket.HttpStatusCode;
    }
}
