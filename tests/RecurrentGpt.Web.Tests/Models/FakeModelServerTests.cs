using System.Net;
using System.Net.Http.Json;
using System.Text;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Replies;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class FakeModelServerTests : IAsyncLifetime
{
    private readonly HttpClient _client = new();
    private FakeModelServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeModelServer.StartAsync();
        _client.BaseAddress = _server.Address;
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Post_AnyPath_IsKeptByteForByte()
    {
        var sent = Encoding.UTF8.GetBytes("{\"premise\":\"玻璃果园\"}");
        using var content = new ByteArrayContent(sent);

        using var answer = await _client.PostAsync(new Uri("/any/path", UriKind.Relative), content);

        var request = Assert.Single(_server.Requests);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("/any/path", request.Path);
        Assert.Equal(sent, request.Body.ToArray());
    }

    [Fact]
    public async Task Chat_PromptThatAsksForLabels_GetsThemInOrderAndOtherWordsEachTime()
    {
        var labels = ReplyForm.Step.Sections.Select(section => Labels.Of(section, ReplyForm.Step)).ToList();

        var first = await ReplyAsync(labels);
        var second = await ReplyAsync(labels);

        Assert.Equal(labels, first.Split('\n').Where(line => line.EndsWith(':')).Select(line => line[..^1]));
        Assert.Empty(Sentences(first).Intersect(Sentences(second)));
    }

    private async Task<string> ReplyAsync(IEnumerable<string> labels)
    {
        var prompt = $"Write.\nLabels to write, in this order: {string.Join(", ", labels)}";
        var request = new { model = "m", messages = new[] { new { role = "user", content = prompt } } };
        using var answer = await _client.PostAsJsonAsync(new Uri("/v1/chat/completions", UriKind.Relative), request);
        using var json = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        return json.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString() ?? "";
    }

    private static IEnumerable<string> Sentences(string reply) =>
        reply.Split(['.', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.EndsWith(':'));
}
