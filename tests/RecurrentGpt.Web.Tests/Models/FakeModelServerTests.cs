using System.Text;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class FakeModelServerTests
{
    [Fact]
    public async Task Post_AnyPath_IsKeptByteForByte()
    {
        await using var server = await FakeModelServer.StartAsync();
        using var client = new HttpClient { BaseAddress = server.Address };
        var sent = Encoding.UTF8.GetBytes("{\"premise\":\"玻璃果园\"}");
        using var content = new ByteArrayContent(sent);

        using var answer = await client.PostAsync(new Uri("/v1/chat/completions", UriKind.Relative), content);

        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal(sent, request.Body.ToArray());
    }
}
