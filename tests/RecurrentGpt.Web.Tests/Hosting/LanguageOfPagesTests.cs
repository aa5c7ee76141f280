using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Hosting;

public sealed class LanguageOfPagesTests(TestHost app) : IClassFixture<TestHost>
{
    [Theory]
    [InlineData("zh-CN,zh;q=0.9", "<html lang=\"zh-Hans\">", "你的故事")]
    [InlineData("en-GB", "<html lang=\"en\">", "Your stories")]
    [InlineData("fi", "<html lang=\"en\">", "Your stories")]
    public async Task Get_Library_IsInTheBrowsersLanguage(string accepted, string html, string heading)
    {
        var page = await GetAsync("/", accepted);

        Assert.Contains(html, page, StringComparison.Ordinal);
        Assert.Contains(heading, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NoSuchPage_SaysSoInTheBrowsersLanguage() =>
        Assert.Contains("这个地址没有页面", await GetAsync("/no-such-page", "zh-CN"), StringComparison.Ordinal);

    private async Task<string> GetAsync(string path, string accepted)
    {
        using var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        using var answer = await client.GetAsync(path);
        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }
}
