using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Library;
using RecurrentGpt.Web.Tests.Doubles;

namespace RecurrentGpt.Web.Tests.Features.Export;

public sealed class ExportEndpointsTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Get_Markdown_IsAFileNamedByTheTitle()
    {
        var id = await AddStoryAsync("Short Weight: a case");
        using var client = host.CreateClient();

        using var answer = await client.GetAsync($"/stories/{id}/export?format=markdown");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/markdown; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("Short Weight- a case.md", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Contains("# Short Weight: a case\n\nThe lamp was lit.\n\nMara saw it.\n\nNobody had come.\n", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Json_HoldsTheStepsOfTheDraft()
    {
        var id = await AddStoryAsync("Short Weight");
        using var client = host.CreateClient();

        using var json = JsonDocument.Parse(await client.GetStringAsync($"/stories/{id}/export?format=json"));

        var steps = json.RootElement.GetProperty("steps");
        Assert.Equal(3, steps.GetArrayLength());
        Assert.Equal(3, steps[2].GetProperty("plans").GetArrayLength());
        Assert.Equal("opening", steps[2].GetProperty("plan").GetProperty("source").GetString());
    }

    [Fact]
    public async Task Get_TitleBeyondAscii_NamesTheFileByItsEncodedForm()
    {
        var id = await AddStoryAsync("雨夜");
        using var client = host.CreateClient();

        using var answer = await client.GetAsync($"/stories/{id}/export?format=json");

        Assert.Contains("filename*=UTF-8''%E9%9B%A8%E5%A4%9C.json", answer.Content.Headers.GetValues("Content-Disposition").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("markdown")]
    [InlineData("json")]
    public async Task Get_ScreenInAnotherLanguage_IsTheSameFileByteForByte(string format)
    {
        var id = await AddStoryAsync("Short Weight");
        using var english = host.CreateClient();
        using var chinese = host.CreateClient();
        chinese.DefaultRequestHeaders.Add("Accept-Language", "zh-CN");

        var files = (await english.GetByteArrayAsync($"/stories/{id}/export?format={format}"), await chinese.GetByteArrayAsync($"/stories/{id}/export?format={format}"));

        Assert.NotEmpty(files.Item1);
        Assert.Equal(files.Item1, files.Item2);
    }

    [Fact]
    public async Task Get_UnknownStory_IsNotFound()
    {
        using var client = host.CreateClient();

        using var answer = await client.GetAsync($"/stories/{Guid.CreateVersion7()}/export?format=json");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("?format=pdf")]
    [InlineData("?format=")]
    [InlineData("")]
    public async Task Get_OtherFormat_IsRefusedWithTheFormatsThatThereAre(string query)
    {
        var id = await AddStoryAsync("Short Weight");
        using var client = host.CreateClient();

        using var answer = await client.GetAsync($"/stories/{id}/export{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("?format=markdown or ?format=json", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<Guid> AddStoryAsync(string title)
    {
        var story = await host.Page.GetRequiredService<StoryLibrary>().CreateAsync(new StoryCard { Title = title }, new StorySettings());
        var store = host.Page.GetRequiredService<IStoryStore>();
        var run = Guid.CreateVersion7();
        await store.ClaimAsync(run, new RunRequest(story.Id, RunKind.Opening), CancellationToken.None);
        await store.CommitAsync(run, Written.Opening(), CancellationToken.None);

        return story.Id;
    }
}
