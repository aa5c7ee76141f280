using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A model server that fails leaves the story as it was, and the desk says in plain words what to do.</summary>
public sealed class FailureTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int MostRequests = 4;

    public static TheoryData<string, string> Failures => new()
    {
        { "cut", "broke off" },
        { "error-event", "server" },
        { "401", "key" },
        { "500", "error of its own" },
        { "429", "no more requests for a long while" },
        { "404", "model" },
        { "web-page", "address" },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task AFailure_LeavesTheStoryAndNamesWhatToDo(string failure, string word)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        var texts = await desk.Paragraphs.AllInnerTextsAsync();
        var memory = await desk.Memory.InputValueAsync();
        foreach (var reply in Enumerable.Repeat(ReplyFor(failure), failure == "500" ? MostRequests : 1))
        {
            world.Model.Enqueue(reply);
        }

        await desk.Write(1).ClickAsync();

        await Expect(desk.Page.GetByRole(AriaRole.Region, new() { Name = "Manuscript" })).ToContainTextAsync(word, new() { IgnoreCase = true, Timeout = 30_000 });
        await Expect(desk.Status).ToContainTextAsync(word, new() { IgnoreCase = true });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        Assert.Equal(texts, await desk.Paragraphs.AllInnerTextsAsync());
        await Expect(desk.Memory).ToHaveValueAsync(memory);
        await Pictures.SaveAsync(desk.Page, $"desk-failed-{failure}-wide-light");

        await desk.Page.ReloadAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await Expect(desk.Write(1)).ToBeEnabledAsync();
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
    }

    [Fact]
    public async Task ADeadServer_IsTriedAgainWithACountdownAndThenNamed()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        await world.Model.RefuseConnectionsAsync();

        await desk.Write(1).ClickAsync();

        await Expect(desk.Status).ToContainTextAsync("again", new() { IgnoreCase = true });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(desk.Status).ToContainTextAsync("address", new() { IgnoreCase = true });
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task AServerThatFailsOnce_IsWaitedForAndTheStepIsWritten()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        world.Model.Enqueue(FakeReply.Failing(500, "{\"error\":{\"message\":\"overloaded\"}}"));
        world.Model.Enqueue(FakeReply.Failing(429, "{\"error\":{\"message\":\"slow down\"}}", ("Retry-After", "2")));

        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        Assert.Equal(4, world.Model.ChatRequests.Count);
    }

    private static FakeReply ReplyFor(string failure) => failure switch
    {
        "cut" => FakeReply.Broken(FakeFault.EndWithoutFinish, after: 6),
        "error-event" => FakeReply.Error("{\"error\":{\"message\":\"The server is overloaded\",\"type\":\"server_error\"}}", after: 6),
        "500" => FakeReply.Failing(500, "{\"error\":{\"message\":\"boom\"}}"),
        "401" => FakeReply.Failing(401, "{\"error\":{\"message\":\"Incorrect API key provided\",\"code\":\"invalid_api_key\"}}"),
        "429" => FakeReply.Failing(429, "{\"error\":{\"message\":\"Rate limit reached\"}}", ("Retry-After", "409000")),
        "404" => FakeReply.Failing(404, "{\"error\":{\"message\":\"The model does not exist\",\"code\":\"model_not_found\"}}"),
        _ => FakeReply.WebPage(),
    };
}
