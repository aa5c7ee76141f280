using System.Net;

namespace RecurrentGpt.Web.Tests.Hosting;

/// <summary>What is only true of the sources may be lost on the way to those who run the program: here it is asked of the published build, over the network.</summary>
public sealed class PublishedBuildTests(PublishedDesk desk) : IClassFixture<PublishedDesk>
{
    [Theory]
    [MemberData(nameof(SecurityHeadersTests.Answers), MemberType = typeof(SecurityHeadersTests))]
    public async Task Get_AnyAddress_CarriesAllHeaders(string path, HttpStatusCode status, bool isKept)
    {
        using var answer = await desk.Client.GetAsync(path);

        Assert.Equal(status, answer.StatusCode);
        ExpectedHeaders.AssertOn(answer);
        ExpectedHeaders.AssertKept(isKept, answer);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5080", "--urls", "http://0.0.0.0:5080")]
    [InlineData("http://*:5080", "--http_ports", "5080")]
    [InlineData("http://[::]:5080", "--Kestrel:Endpoints:Web:Url", "http://[::]:5080")]
    public async Task Start_OpenWithNobodyWhoAsks_EndsAndSaysWhatToDo(string address, params string[] settings)
    {
        var (code, said) = await desk.RunDeskAsync(settings);

        Assert.Equal(1, code);
        Assert.StartsWith(address, said, StringComparison.Ordinal);
        Assert.Contains("SignIn__Enabled=true", said, StringComparison.Ordinal);
        Assert.Contains("Access__BehindProxy=true", said, StringComparison.Ordinal);
    }
}
