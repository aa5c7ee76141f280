using System.Net;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting.Limits;

public sealed class RequestSizeTests(TestHost app) : IClassFixture<TestHost>
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Post_LargerThanTheDeskTakes_SaysSo()
    {
        using var client = app.CreateClient();
        using var body = new ByteArrayContent(new byte[Megabyte + 1]);

        using var answer = await client.PostAsync("/", body);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("What was sent is larger than the desk takes: 1024 KB. Nothing of it was stored.", await answer.Content.ReadAsStringAsync());
    }
}
