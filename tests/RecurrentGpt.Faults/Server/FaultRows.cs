using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Faults.Server;

/// <summary>The table: every way to fail that a server is known for.</summary>
internal static class FaultRows
{
    // Within the paragraph, which the server sends in pieces of 24 letters.
    private const int InMiddle = 9;
    private const int BeyondTheEnd = 100_000;

    // What cannot be embedded fails no run; the others are the disk's, the author's and our own.
    private static readonly FailureKind[] NotOfAServer =
    [
        FailureKind.UnusableVectors, FailureKind.TextChanged, FailureKind.Locked, FailureKind.Unexpected,
        FailureKind.NotStored, FailureKind.DiskFull, FailureKind.DiskReadOnly, FailureKind.DiskUnreachable, FailureKind.StoreBusy,
        FailureKind.NotAllowed, FailureKind.TooManyRuns, FailureKind.ShelfFull,
    ];

    private static readonly string TooLong = """{"error":{"message":"This model's maximum context length is 4096 tokens.","code":"context_length_exceeded"}}""";

    public static IReadOnlyList<FaultRow> All { get; } = [.. Connections(), .. Statuses(), .. Bodies(), .. Endings(), .. Finishes(), .. Lengths(), .. Embeddings()];

    /// <summary>Kinds of failure that a server can cause and that no row shows.</summary>
    public static IReadOnlyList<FailureKind> Unshown { get; } =
    [
        .. Enum.GetValues<FailureKind>().Except(All.Select(row => row.Failure).OfType<FailureKind>())
            .Except(NotOfAServer),
    ];

    private static IEnumerable<FaultRow> Connections() =>
    [
        FaultRow.Of("reset before the answer, once", FakeReply.Broken(FakeFault.ResetBeforeAnswer)) with { MostRequests = 2 },
        FaultRow.Of("reset before the answer, always", Four(FakeReply.Broken(FakeFault.ResetBeforeAnswer))) with { Failure = FailureKind.Unreachable, MostRequests = 4, Says = "cannot be reached" },
        FaultRow.Of("reset before the first token, once", FakeReply.Broken(FakeFault.ResetInStream)) with { MostRequests = 2 },
        FaultRow.Of("closed before the first token, always", Four(FakeReply.Broken(FakeFault.CloseInStream))) with { Failure = FailureKind.CutOff, MostRequests = 4, Says = "broke off" },
        Held("reset after the first token", FakeFault.ResetInStream) with { Failure = FailureKind.CutOff, OffersPartial = true, Says = "is kept" },
        FaultRow.Of("silence before the first token", FakeReply.Broken(FakeFault.Silence)) with { Failure = FailureKind.TimedOut, Says = "took too long", IsSlow = true },
        FaultRow.Of("silence in the middle", FakeReply.Broken(FakeFault.Silence, InMiddle)) with { Failure = FailureKind.TimedOut, OffersPartial = true, Says = "took too long", IsSlow = true },
        FaultRow.Of("ten letters a second, stopped", Slow(TimeSpan.FromSeconds(0.4))) with { IsStopped = true, OffersPartial = true, During = StopAfterAWordAsync, IsSlow = true },
        FaultRow.Of("so slow that the time is over", Slow(TimeSpan.FromSeconds(0.2))) with { Failure = FailureKind.TimedOut, OffersPartial = true, Says = "took too long", IsSlow = true },
        FaultRow.Of("each byte by itself", new FakeReply { IsByteByByte = true, ChunkSize = 5 }),
        new("nothing listens", world => world.TakeAwayAsync()) { Failure = FailureKind.Unreachable, MostRequests = 4, Says = "cannot be reached", Mend = world => world.BringBackAsync(), IsSlow = true },
    ];

    private static IEnumerable<FaultRow> Statuses() =>
    [
        Status(401, """{"error":{"message":"Incorrect API key provided"}}""", FailureKind.Unauthorized, "does not accept the key"),
        Status(402, """{"error":{"message":"Insufficient balance"}}""", FailureKind.QuotaUsedUp, "quota"),
        Status(403, """{"error":{"message":"No access to the model"}}""", FailureKind.Forbidden, "may not use the model"),
        Status(404, """{"error":{"message":"The model does not exist","code":"model_not_found"}}""", FailureKind.NotFound, "knows no such model"),
        Status(400, """{"error":{"message":"Unsupported parameter"}}""", FailureKind.Rejected, "refuses the request"),
        Always(408, "", FailureKind.ServerError, "error of its own"),
        Always(409, "", FailureKind.ServerError, "error of its own"),
        FaultRow.Of("429, Retry-After 0, once", Busy("0")) with { MostRequests = 2 },
        FaultRow.Of("429, Retry-After 0, always", Four(Busy("0"))) with { Failure = FailureKind.RateLimited, MostRequests = 4, Says = "too many requests" },
        FaultRow.Of("429, Retry-After 60, stopped while it waits", Busy("60")) with { IsStopped = true, During = StopWhileWaitingAsync },
        FaultRow.Of("429, Retry-After 409,000", Busy("409000")) with { Failure = FailureKind.RateLimited, Says = "wait 4 days and 18 hours" },
        FaultRow.Of("429, the quota is used up", FakeReply.Failing(429, """{"error":{"code":"insufficient_quota","message":"You exceeded your current quota."}}""")) with { Failure = FailureKind.QuotaUsedUp, Says = "waiting does not help" },
        FaultRow.Of("500, once", FakeReply.Failing(500, "<html>oops</html>")) with { MostRequests = 2 },
        Always(500, "<html>oops</html>", FailureKind.ServerError, "error of its own"),
        Always(503, """{"error":"loading model"}""", FailureKind.ServerError, "loading model"),
    ];

    private static IEnumerable<FaultRow> Bodies() =>
    [
        FaultRow.Of("a web page with status 200", FakeReply.WebPage()) with { Failure = FailureKind.NotAModel, Says = "often ends in /v1" },
        FaultRow.Of("an empty body", FakeReply.Raw("", "text/event-stream")) with { Failure = FailureKind.NotAModel, Says = "protocol" },
        FaultRow.Of("an empty body that is called JSON", FakeReply.Raw("", "application/json")) with { Failure = FailureKind.NotAModel, Says = "protocol" },
        FaultRow.Of("an error with status 200", FakeReply.Raw("""{"error":{"message":"No such model","code":404}}""", "application/json")) with { Failure = FailureKind.NotFound, Says = "No such model" },
    ];

    private static IEnumerable<FaultRow> Endings() =>
    [
        FaultRow.Of("the stream ends before the first token", FakeReply.Broken(FakeFault.EndWithoutFinish)) with { Failure = FailureKind.NotAModel, Says = "no piece of a reply" },
        FaultRow.Of("done before the first token, once", FakeReply.Broken(FakeFault.DoneWithoutFinish)) with { MostRequests = 2 },
        FaultRow.Of("the stream ends in the middle", FakeReply.Broken(FakeFault.EndWithoutFinish, InMiddle)) with { Failure = FailureKind.CutOff, OffersPartial = true, Says = "broke off" },
        FaultRow.Of("the stream ends whole, without a finish reason", FakeReply.Broken(FakeFault.EndWithoutFinish, BeyondTheEnd)) with { Failure = FailureKind.CutOff, OffersPartial = true, Says = "without a finish reason" },
        FaultRow.Of("done in the middle, without a finish reason", FakeReply.Broken(FakeFault.DoneWithoutFinish, InMiddle)) with { Failure = FailureKind.CutOff, OffersPartial = true, Says = "broke off" },
        FaultRow.Of("closed in the middle", FakeReply.Broken(FakeFault.CloseInStream, InMiddle)) with { Failure = FailureKind.CutOff, OffersPartial = true, Says = "broke off" },
        FaultRow.Of("an error before the first token, once", FakeReply.Error("""{"error":{"message":"overloaded"}}""")) with { MostRequests = 2 },
        FaultRow.Of("an error in the middle", FakeReply.Error("""{"error":{"message":"overloaded"}}""", InMiddle)) with { Failure = FailureKind.ServerError, OffersPartial = true, Says = "overloaded" },
        FaultRow.Of("broken JSON before the first token", FakeReply.Broken(FakeFault.BrokenJson)) with { Failure = FailureKind.NotAModel, Says = "no JSON" },
        FaultRow.Of("broken JSON in the middle", FakeReply.Broken(FakeFault.BrokenJson, InMiddle)) with { Failure = FailureKind.CutOff, OffersPartial = true, Says = "no JSON" },
    ];

    private static IEnumerable<FaultRow> Finishes() =>
    [
        FaultRow.Of("a finish reason that nobody knows, the reply whole", new FakeReply { FinishReason = "eos_token" }),
        Cut("a finish reason that nobody knows, in the paragraph", "eos_token", "Output Paragraph") with { Failure = FailureKind.TooLong, OffersPartial = true, Says = "cut" },
        FaultRow.Of("an error for a finish reason", new FakeReply { FinishReason = "error" }) with { Failure = FailureKind.ServerError, OffersPartial = true, Says = "error of its own" },
        FaultRow.Of("length, the reply whole", new FakeReply { FinishReason = "length" }) with { MostRequests = 2 },
        Cut("length, in the paragraph", "length", "Output Paragraph") with { Failure = FailureKind.TooLong, OffersPartial = true, Says = "token limit" },
        Cut("length, in the last plan", "length", "Instruction 3") with { MostRequests = 2 },
        Cut("content filter, in the paragraph", "content_filter", "Output Paragraph") with { Failure = FailureKind.ContentFilter, OffersPartial = true, Says = "content filter" },
        Cut("content filter, in the memory", "content_filter", "Updated Memory") with { MostRequests = 2 },
        Cut("half of the sections, and never the others", "stop", "Updated Memory", into: null, FakeReply.Of("I do not know."), FakeReply.Of("I do not know.")) with
        {
            Failure = FailureKind.Incomplete, MostRequests = 3, OffersPartial = true, Says = "Missing: short-term memory",
        },
        FaultRow.Of("no word at all", FakeReply.Of("")) with { Failure = FailureKind.EmptyReply, Says = "empty reply" },
        FaultRow.Of("a refusal", FakeReply.Of("I'm sorry, but I can't help with that.")) with { Failure = FailureKind.Refused, Says = "declined" },
    ];

    private static IEnumerable<FaultRow> Lengths() =>
    [
        FaultRow.Of("too long with what was recalled", FakeReply.Failing(400, TooLong)) with { MostRequests = 2, Notice = StepNotice.RecalledLeftOut },
        FaultRow.Of("too long whatever is left out", Four(FakeReply.Failing(400, TooLong))) with { Failure = FailureKind.ContextTooLong, MostRequests = 2, Says = "short-term memory" },
        FaultRow.Of("a reply of 1 MB", FakeReply.Of("Output Paragraph:\n" + string.Concat(Enumerable.Repeat("Mara counts the lamps. ", 45_000))) with { ChunkSize = 8_000 }) with { Failure = FailureKind.TooLong, OffersPartial = true, Says = "did not end" },
    ];

    private static IEnumerable<FaultRow> Embeddings() =>
    [
        FaultRow.Embedding("fewer embeddings than texts", new FakeEmbeddings(), FakeEmbeddings.Fewer()),
        FaultRow.Embedding("an embedding of another length", new FakeEmbeddings(), FakeEmbeddings.OfLength(16)),
        FaultRow.Embedding("an embedding with NaN", new FakeEmbeddings(), FakeEmbeddings.NotNumbers()),
        FaultRow.Embedding("an embedding of zeros", new FakeEmbeddings(), new FakeEmbeddings { Change = vectors => [.. vectors.Select(vector => new float[vector.Length])] }),
        FaultRow.Embedding("no embedding of the summary, 401", new FakeEmbeddings(), FakeEmbeddings.Failing(401)),
        FaultRow.Embedding("no embedding of the plan, of another length", FakeEmbeddings.OfLength(16)) with { Notice = StepNotice.RecalledByRecency },
        FaultRow.Embedding("silence instead of an embedding", new FakeEmbeddings(), new FakeEmbeddings { IsSilent = true }) with { IsSlow = true },
    ];

    private static FakeReply[] Four(FakeReply reply) => [reply, reply, reply, reply];

    private static FaultRow Status(int status, string body, FailureKind kind, string says) =>
        FaultRow.Of($"{status}", FakeReply.Failing(status, body)) with { Failure = kind, Says = says };

    private static FaultRow Always(int status, string body, FailureKind kind, string says) =>
        FaultRow.Of($"{status}, always", Four(FakeReply.Failing(status, body))) with { Failure = kind, Says = says, MostRequests = 4 };

    private static FakeReply Busy(string retryAfter) => FakeReply.Failing(429, """{"error":{"message":"Slow down"}}""", ("Retry-After", retryAfter));

    private static FakeReply Slow(TimeSpan delay) => new() { ChunkSize = 4, Delay = delay };

    // Breaks the connection only when the desk has shown a word, since a reset takes back what was not read yet.
    private static FaultRow Held(string name, FakeFault fault)
    {
        var reply = FakeReply.HoldAfter(InMiddle, out var hold) with { Fault = fault };
        return FaultRow.Of(name, reply) with
        {
            During = async run =>
            {
                await Words.FirstAsync(run);
                hold.Release();
            },
        };
    }

    // The reply that the server would have written, cut within a section or before it, under a finish reason of its own.
    private static FaultRow Cut(string name, string finish, string section, int? into = 90, params FakeReply[] after) => new(name, world =>
    {
        var write = world.Model.Reply;
        world.Model.Reply = request =>
        {
            world.Model.Reply = write;
            var text = write(request);
            return text[..(text.IndexOf(section, StringComparison.Ordinal) + (into is { } letters ? section.Length + letters : 0))];
        };
        world.Model.Enqueue(new FakeReply { FinishReason = finish });
        Array.ForEach(after, world.Model.Enqueue);
        return Task.CompletedTask;
    });

    private static async Task StopAfterAWordAsync(StoryRun run)
    {
        await Words.FirstAsync(run);
        await run.StopAsync();
    }

    private static async Task StopWhileWaitingAsync(StoryRun run)
    {
        await foreach (var stepEvent in run.WatchAsync())
        {
            if (stepEvent is StepEvent.Waiting { Delay.TotalSeconds: 60 })
            {
                await run.StopAsync();
            }
        }
    }
}
