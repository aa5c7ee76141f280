using System.Net;
using RecurrentGpt.Web.Hosting;
using RecurrentGpt.Web.People;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class OwnHostsTests(TestHost app) : IClassFixture<TestHost>
{
    private const string Loopback = "localhost|127.0.0.1|[::1]";

    [Theory]
    [InlineData(Loopback, false, "urls=http://127.0.0.1:5080")]
    [InlineData(Loopback + "|127.0.0.9", false, "urls=http://127.0.0.9:5080")]
    [InlineData(Loopback, false, "urls=http://unix:/run/desk.sock")]
    [InlineData(Loopback, false, "urls=http://+:5080")]
    [InlineData(Loopback, true, "urls=http://127.0.0.1:5080")]
    [InlineData("*", true, "urls=http://+:5080")]
    [InlineData("desk.example|*.team.example|" + Loopback, false, "urls=http://+:5080", "AllowedHosts=desk.example; *.team.example")]
    [InlineData("desk.example|" + Loopback, true, "urls=http://+:5080", "AllowedHosts=desk.example")]
    public void Of_Settings_AreNoMoreThanNeeded(string expected, bool signIn, params string[] settings) =>
        Assert.Equal(expected, string.Join('|', OwnHosts.Of(Settings.Of(settings), new SignInOptions { Enabled = signIn })));

    [Theory]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    [InlineData("elsewhere.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("localhost.elsewhere.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("192.168.1.20:5080", HttpStatusCode.BadRequest)]
    public async Task Get_OnLoopbackByAName_AnswersToTheMachinesOwnAlone(string host, HttpStatusCode expected)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Host = host;

        using var answer = await client.GetAsync("/");

        Assert.Equal(expected, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
        ExpectedHeaders.AssertOn(answer);
    }
}
