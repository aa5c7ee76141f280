using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Tests.Models;

public sealed class ChatFaultTests : FakeModelTests
{
    [Theory]
    [InlineData(401, "", FailureKind.Unauthorized)]
    [InlineData(402, """{"error":{"message":"Insufficient credits","code":402}}""", FailureKind.QuotaUsedUp)]
    [InlineData(403, """{"error":{"message":"Project has no access to model"}}""", FailureKind.Forbidden)]
    [InlineData(404, """{"error":{"message":"The model does not exist","code":"model_not_found"}}""", FailureKind.NotFound)]
    [InlineData(408, "", FailureKind.ServerError)]
    [InlineData(409, "", FailureKind.ServerError)]
    [InlineData(413, "", FailureKind.ContextTooLong)]
    [InlineData(429, """{"error":{"message":"Rate limit reached"}}""", FailureKind.RateLimited)]
    [InlineData(500, "<html>oops</html>", FailureKind.ServerError)]
    [InlineData(503, """{"error":"loading model"}""", FailureKind.ServerError)]
    [InlineData(400, """{"error":{"message":"Unsupported parameter: temperature"}}""", FailureKind.Rejected)]
    [InlineData(422, """{"detail":"no such field"}""", FailureKind.Rejected)]
    [InlineData(400, """{"error":{"code":"context_length_exceeded","message":"Too much."}}""", FailureKind.ContextTooLong)]
    [InlineData(400, """{"object":"error","message":"This model's maximum context length is 4096 tokens."}""", FailureKind.ContextTooLong)]
    [InlineData(400, """{"error":{"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}""", FailureKind.ContextTooLong)]
    [InlineData(400, """{"error":{"code":"content_filter","message":"The response was filtered.","innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", FailureKind.ContentFilter)]
    public async Task Chat_Status_BecomesTheKind(int status, string body, FailureKind expected)
    {
        Server.Enqueue(FakeReply.Failing(status, body));

        var failure = await ChatFailureAsync();

        Assert.Equal(expected, failure.Kind);
        Assert.StartsWith($"HTTP {status}", failure.Detail, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData("Retry-After", "20", 20)]
    [InlineData("Retry-After", "1.5", 1.5)]
    [InlineData("Retry-After", "Sat, 21 Nov 2026 09:00:45 GMT", 45)]
    [InlineData("Retry-After", "Sat, 21 Nov 2026 08:00:00 GMT", 0)]
    [InlineData("retry-after-ms", "250", 0.25)]
    public async Task Chat_RetryAfter_IsRead(string name, string value, double seconds)
    {
        Server.Enqueue(FakeReply.Failing(429, "", (name, value)));

        var failure = await ChatFailureAsync();

        Assert.Equal(TimeSpan.FromSeconds(seconds), failure.RetryAfter);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("")]
    public async Task Chat_RetryAfterUnreadable_IsNone(string value)
    {
        Server.Enqueue(FakeReply.Failing(429, "", ("Retry-After", value)));

        var failure = await ChatFailureAsync();

        Assert.Null(failure.RetryAfter);
    }

    [Fact]
    public async Task Chat_QuotaUsedUp_IsNamedAndNotTriedAgain()
    {
        Server.Enqueue(FakeReply.Failing(429, """{"error":{"code":"insufficient_quota","message":"You exceeded your current quota."}}"""));

        var failure = await ChatFailureAsync();

        Assert.Equal(FailureKind.QuotaUsedUp, failure.Kind);
        Assert.False(failure.IsTransient);
        Assert.Contains("insufficient_quota", failure.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Chat_ClosedInStream_IsCutOff(int after)
    {
        Server.Enqueue(FakeReply.Broken(FakeFault.CloseInStream, after));

        Assert.Equal(FailureKind.CutOff, (await ChatFailureAsync()).Kind);
    }

    [Fact]
    public async Task Chat_ResetInStream_IsCutOff()
    {
        Server.Enqueue(FakeReply.HoldAfter(1, out var hold) with { Fault = FakeFault.ResetInStream });
        var models = Factory.Build(Settings);
        await using var updates = models.Chat.GetStreamingResponseAsync(Messages()).GetAsyncEnumerator();
        await updates.MoveNextAsync();

        hold.Release();
        var exception = await Assert.ThrowsAsync<ModelException>(() => updates.MoveNextAsync().AsTask());

        Assert.Equal(FailureKind.CutOff, exception.Failure.Kind);
    }

    [Fact]
    public async Task Chat_ResetBeforeTheAnswer_IsUnreachable()
    {
        Server.Enqueue(FakeReply.Broken(FakeFault.ResetBeforeAnswer));

        var failure = await ChatFailureAsync();

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData(FakeFault.EndWithoutFinish, 1)]
    [InlineData(FakeFault.EndWithoutFinish, 100_000)]
    [InlineData(FakeFault.DoneWithoutFinish, 0)]
    [InlineData(FakeFault.DoneWithoutFinish, 3)]
    public async Task Chat_QuietEnd_IsCutOff(FakeFault fault, int after)
    {
        Server.Enqueue(FakeReply.Broken(fault, after));

        var failure = await ChatFailureAsync();

        Assert.Equal(FailureKind.CutOff, failure.Kind);
    }

    [Theory]
    [InlineData("""{"error":{"message":"The engine is overloaded","type":"server_error"}}""", FailureKind.ServerError, "The engine is overloaded")]
    [InlineData("""{"error":{"message":"Slow down","code":"rate_limit_exceeded"}}""", FailureKind.RateLimited, "Slow down")]
    [InlineData("""{"error":"an error was met"}""", FailureKind.ServerError, "an error was met")]
    [InlineData("""{"error":{"message":"too long","code":"context_length_exceeded"}}""", FailureKind.ContextTooLong, "too long")]
    [InlineData("""{"error":{"message":"No auth","code":401}}""", FailureKind.Unauthorized, "No auth")]
    [InlineData("""{"error":{"message":"No such model","code":"404"}}""", FailureKind.NotFound, "No such model")]
    [InlineData("""{"error":{"message":"Insufficient credits","code":402}}""", FailureKind.QuotaUsedUp, "Insufficient credits")]
    [InlineData("""{"error":{"message":"Provider gone","code":502},"choices":[{"delta":{"content":""},"finish_reason":"error"}]}""", FailureKind.ServerError, "Provider gone")]
    public async Task Chat_ErrorAmongThePieces_IsNamed(string body, FailureKind kind, string detail)
    {
        Server.Enqueue(FakeReply.Error(body, after: 2));

        var failure = await ChatFailureAsync();

        Assert.Equal(new StepFailure(kind, detail), failure);
    }

    [Fact]
    public async Task Chat_WebPage_IsNoModel()
    {
        Server.Enqueue(FakeReply.WebPage());

        Assert.Equal(FailureKind.NotAModel, (await ChatFailureAsync()).Kind);
    }

    [Theory]
    [InlineData("", "text/event-stream")]
    [InlineData("", "application/json")]
    [InlineData("<!doctype html><p>hello", "text/plain")]
    [InlineData("[]", "application/json")]
    [InlineData("{}", "application/json")]
    [InlineData("{\"choices\":[{\"mess", "application/json")]
    [InlineData("data: 17\n\n", "text/event-stream")]
    public async Task Chat_NoReplyInTheAnswer_IsNoModel(string body, string type)
    {
        Server.Enqueue(FakeReply.Raw(body, type));

        Assert.Equal(FailureKind.NotAModel, (await ChatFailureAsync()).Kind);
    }

    [Theory]
    [InlineData(0, FailureKind.NotAModel)]
    [InlineData(1, FailureKind.CutOff)]
    public async Task Chat_BrokenJson_IsNoModelUnlessItHadBegunToWrite(int after, FailureKind expected)
    {
        Server.Enqueue(FakeReply.Broken(FakeFault.BrokenJson, after));

        Assert.Equal(expected, (await ChatFailureAsync()).Kind);
    }

    [Fact]
    public async Task Chat_AnErrorForAFinishReason_IsAFailure()
    {
        Server.Enqueue(FakeReply.Of("Half a") with { FinishReason = "error" });

        Assert.Equal(new StepFailure(FailureKind.ServerError), await ChatFailureAsync());
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"late\"}}\n\n")]
    [InlineData("data: {\"usage\":{\n\n")]
    public async Task Chat_ErrorBehindTheFinish_LeavesTheReplyWhole(string behind)
    {
        Server.Enqueue(FakeReply.Raw(Piece("\"Done.\"") + Finish + behind, "text/event-stream"));

        Assert.Equal("Done.", Text(await ChatAsync()));
    }

    [Theory]
    [InlineData("\"a\\ud83d\"", "\"\\ude00b\"", "a😀b")]
    [InlineData("\"a\\ud83d\"", "\"b\\n\"", "a\uFFFDb\n")]
    [InlineData("\"\\ude00\"", "\"b\"", "\uFFFDb")]
    public async Task Chat_CharacterCutIntoTwoPieces_IsPutTogether(string first, string second, string expected)
    {
        Server.Enqueue(FakeReply.Raw(Piece(first) + Piece(second) + Finish, "text/event-stream"));

        Assert.Equal(expected, Text(await ChatAsync()));
    }

    [Fact]
    public async Task Chat_ErrorWithStatus200_IsNamed()
    {
        Server.Enqueue(FakeReply.Raw("""{"error":{"message":"No such model","code":404}}""", "application/json"));

        Assert.Equal(new StepFailure(FailureKind.NotFound, "No such model"), await ChatFailureAsync());
    }

    [Fact]
    public async Task Chat_Redirect_IsNamedAndNotFollowed()
    {
        Server.Enqueue(FakeReply.Failing(302, "", ("Location", "https://elsewhere.example/v1")));

        var failure = await ChatFailureAsync();

        Assert.Equal(FailureKind.NotFound, failure.Kind);
        Assert.Contains("https://elsewhere.example/v1", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_ServerGone_IsUnreachableAndNamesTheAddress()
    {
        await Server.RefuseConnectionsAsync();

        var failure = await ChatFailureAsync();

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Contains(Server.Address.Authority, failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_NameNotKnown_IsUnreachable()
    {
        var failure = await ChatFailureAsync(Settings with { BaseUrl = "http://no-such-host.invalid/v1" });

        Assert.Equal(FailureKind.Unreachable, failure.Kind);
        Assert.Contains("no-such-host.invalid", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_ServerRepeatsTheKey_DetailHidesIt()
    {
        Server.Enqueue(FakeReply.Failing(401, $$$"""{"error":{"message":"Incorrect API key provided: {{{Key}}} or sk-proj-abc***xyz."}}"""));

        var failure = await ChatFailureAsync();

        Assert.DoesNotContain("sk-", failure.Detail, StringComparison.Ordinal);
        Assert.Contains("Incorrect API key provided", failure.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_EndlessExplanation_IsShortened()
    {
        Server.Enqueue(FakeReply.Failing(400, new string('x', 200_000)));

        var failure = await ChatFailureAsync();

        Assert.InRange(failure.Detail.Length, 10, 310);
    }

    [Fact]
    public async Task Chat_ServerStaysSilentAfterTheFinish_EndsAfterAGrace()
    {
        Server.Enqueue(FakeReply.Of("Done.") with { SilentAfterFinish = true });

        await using var updates = Factory.Build(Settings).Chat.GetStreamingResponseAsync(Messages()).GetAsyncEnumerator();
        do
        {
            Assert.True(await updates.MoveNextAsync());
        }
        while (updates.Current.FinishReason is null);

        var next = updates.MoveNextAsync().AsTask();
        Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.False(await next);
    }

    private const string Finish = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

    private static string Piece(string content) => $"data: {{\"choices\":[{{\"delta\":{{\"content\":{content}}}}}]}}\n\n";
}
