using System.Text.Json;
using Microsoft.Extensions.AI;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class OpenAiChatClientTests : FakeModelTests
{
    // Left to itself, the handler would read on for two seconds.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(1.5);

    [Fact]
    public async Task Stream_GoodReply_GivesTextInPiecesThenReasonAndUsage()
    {
        Server.Enqueue(FakeReply.Of("Der Regen fiel. 玻璃果园 🌒 shone.") with { ChunkSize = 5, Usage = new FakeUsage(1_500, 40, 1_024) });

        var updates = await ChatAsync();

        Assert.Equal("Der Regen fiel. 玻璃果园 🌒 shone.", Text(updates));
        Assert.True(updates.Count(update => update.Text.Length > 0) > 3);
        Assert.Equal(ChatFinishReason.Stop, updates.Select(update => update.FinishReason).OfType<ChatFinishReason>().Single());
        var usage = updates.SelectMany(update => update.Contents).OfType<UsageContent>().Single().Details;
        Assert.Equal((1_500, 40, 1_024), (usage.InputTokenCount, usage.OutputTokenCount, usage.CachedInputTokenCount));
    }

    [Fact]
    public async Task Stream_BytesOneByOne_GivesTheSameText()
    {
        Server.Enqueue(FakeReply.Of("果园 🌒 é") with { IsByteByByte = true, ChunkSize = 1 });

        var updates = await ChatAsync();

        Assert.Equal("果园 🌒 é", Text(updates));
    }

    [Fact]
    public async Task GetResponse_GoodReply_GivesItWhole()
    {
        Server.Enqueue(FakeReply.Of("All at once."));

        var response = await Factory.Build(Settings).Chat.GetResponseAsync(Messages());

        Assert.Equal("All at once.", response.Text);
        Assert.Equal(1_024, response.Usage?.CachedInputTokenCount);
    }

    [Theory]
    [InlineData("Plain.")]
    [InlineData("“Quotes”, \"quotes\", <b>&amp;</b>, \\ and \t tab\r\nnew line")]
    [InlineData("玻璃果园 🌒 \u2028 \u00A0 end")]
    [InlineData("data: [DONE]\n\n{\"role\":\"system\"}")]
    public async Task Request_AnyText_CarriesItUnchanged(string text)
    {
        await ChatAsync(user: text);

        var request = Assert.Single(Server.ChatRequests);
        Assert.Equal([new("system", "You write."), new("user", text)], request.Messages);
    }

    [Fact]
    public async Task Request_NothingSet_HoldsModelMessagesAndStreamOnly()
    {
        await ChatAsync();

        var request = Assert.Single(Server.ChatRequests).Request;
        Assert.Equal(["model", "messages", "stream", "stream_options"], request.Json().EnumerateObject().Select(member => member.Name));
        Assert.True(request.Json().GetProperty("stream").GetBoolean());
        Assert.True(request.Json().GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
        Assert.Equal("/v1/chat/completions", request.Path);
    }

    [Theory]
    [InlineData(ModelProvider.Compatible, "max_tokens")]
    [InlineData(ModelProvider.OpenAi, "max_completion_tokens")]
    public async Task Request_OptionsSet_HoldsThem(ModelProvider provider, string limitName)
    {
        await ChatAsync(Settings with { Provider = provider, Temperature = 0.5f, MaxOutputTokens = 900 });

        var json = Assert.Single(Server.ChatRequests).Request.Json();
        Assert.Equal(0.5f, json.GetProperty("temperature").GetSingle());
        Assert.Equal(900, json.GetProperty(limitName).GetInt32());
    }

    [Fact]
    public async Task Request_Headers_HoldKeyAndNameAndNoTelemetry()
    {
        await ChatAsync();

        var headers = Assert.Single(Server.Requests).Headers;
        Assert.Equal($"Bearer {Key}", headers["Authorization"]);
        Assert.StartsWith("RecurrentGPT-Web/", headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal(["Accept", "Authorization", "Content-Length", "Content-Type", "Host", "User-Agent"], headers.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Request_NoKey_SendsNoAuthorization()
    {
        await ChatAsync(Settings with { ApiKey = null });

        Assert.DoesNotContain("Authorization", Assert.Single(Server.Requests).Headers.Keys);
    }

    [Theory]
    [InlineData("length")]
    [InlineData("content_filter")]
    [InlineData("quite_new_reason")]
    public async Task Stream_OtherFinishReason_IsHandedOn(string reason)
    {
        Server.Enqueue(FakeReply.Of("Half a") with { FinishReason = reason });

        var updates = await ChatAsync();

        Assert.Equal(reason, updates.Select(update => update.FinishReason).OfType<ChatFinishReason>().Single().Value);
    }

    [Fact]
    public async Task Stream_ServerThatDoesNotStream_IsReadWhole()
    {
        Server.Enqueue(FakeReply.Raw(
            """{"model":"m","choices":[{"message":{"content":"Whole."},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":1}}""",
            "application/json"));

        var updates = await ChatAsync();

        Assert.Equal("Whole.", Text(updates));
        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
    }

    [Fact]
    public async Task Stream_ThinkingAndContentInParts_AreToldApart()
    {
        Server.Enqueue(FakeReply.Raw(
            """
            data: {"choices":[{"delta":{"reasoning_content":"Hm."}}]}

            data: {"choices":[{"delta":{"content":[{"type":"text","text":"Rain."}]},"finish_reason":""}]}

            data: {"choices":[{"delta":{},"finish_reason":"stop"}]}


            """,
            "text/event-stream"));

        var updates = await ChatAsync();

        Assert.Equal("Rain.", Text(updates));
        Assert.Equal("Hm.", updates.SelectMany(update => update.Contents).OfType<TextReasoningContent>().Single().Text);
    }

    [Fact]
    public async Task Stream_ModelDeclines_IsRefused()
    {
        Server.Enqueue(FakeReply.Raw(
            """
            data: {"choices":[{"delta":{"refusal":"I would rather not."}}]}

            data: {"choices":[{"delta":{},"finish_reason":"stop"}]}

            data: [DONE]


            """,
            "text/event-stream"));

        var failure = await ChatFailureAsync();

        Assert.Equal(new StepFailure(FailureKind.Refused, "I would rather not."), failure);
    }

    [Fact]
    public async Task Stream_Cancelled_ClosesTheConnectionAtOnce()
    {
        Server.Enqueue(FakeReply.HoldAfter(2, out var hold) with { ChunkSize = 10 });
        using var stop = new CancellationTokenSource();
        var models = Factory.Build(Settings);
        await using var updates = models.Chat.GetStreamingResponseAsync(Messages(), models.ChatOptions, stop.Token).GetAsyncEnumerator();
        await updates.MoveNextAsync();
        await hold.Reached;

        await stop.CancelAsync();
        var reading = async () =>
        {
            while (await updates.MoveNextAsync())
            {
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(reading);
        await Server.Requests[0].ClientLeft.WaitAsync(AtOnce);
    }

    [Fact]
    public async Task Stream_CancelledBeforeTheFirstWord_ClosesTheConnection()
    {
        Server.Enqueue(FakeReply.HoldAfter(0, out var hold));
        using var stop = new CancellationTokenSource();
        var models = Factory.Build(Settings);
        await using var updates = models.Chat.GetStreamingResponseAsync(Messages(), models.ChatOptions, stop.Token).GetAsyncEnumerator();
        var next = updates.MoveNextAsync().AsTask();
        await hold.Reached;

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        await Server.Requests[0].ClientLeft.WaitAsync(AtOnce);
    }

    [Fact]
    public async Task Stream_LeftByItsReader_ClosesTheConnection()
    {
        Server.Enqueue(FakeReply.HoldAfter(2, out var hold) with { ChunkSize = 10 });
        var models = Factory.Build(Settings);

        await foreach (var _ in models.Chat.GetStreamingResponseAsync(Messages(), models.ChatOptions))
        {
            await hold.Reached;
            break;
        }

        await Server.Requests[0].ClientLeft.WaitAsync(AtOnce);
    }

    [Fact]
    public async Task Request_Json_IsNotEscapedBeyondNeed()
    {
        await ChatAsync(user: "果园");

        Assert.Contains("果园", System.Text.Encoding.UTF8.GetString(Server.Requests[0].Body.Span), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, Server.Requests[0].Json().ValueKind);
    }
}
