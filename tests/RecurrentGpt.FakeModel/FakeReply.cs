namespace RecurrentGpt.FakeModel;

/// <summary>How one chat request is answered.</summary>
public sealed record FakeReply
{
    /// <summary>The text; null leaves it to the server's own <see cref="FakeModelServer.Reply"/>.</summary>
    public string? Text { get; init; }

    /// <summary>Characters in a piece of the stream; null for the server's own.</summary>
    public int? ChunkSize { get; init; }

    /// <summary>Wait before each piece; null for the server's own.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>The same once <see cref="Hold"/> was passed; null for no other.</summary>
    public TimeSpan? DelayAfterHold { get; init; }

    /// <summary>The finish reason that is named; any word.</summary>
    public string FinishReason { get; init; } = "stop";

    public FakeUsage? Usage { get; init; } = new(1_200, 400, 1_024);

    /// <summary>Sends each byte by itself, so that characters and lines are cut anywhere.</summary>
    public bool IsByteByByte { get; init; }

    /// <summary>Names the finish reason, and then neither tells the usage nor closes the connection.</summary>
    public bool SilentAfterFinish { get; init; }

    /// <summary>What goes wrong.</summary>
    public FakeFault Fault { get; init; }

    /// <summary>After how many pieces the fault or the hold comes.</summary>
    public int After { get; init; }

    /// <summary>
    /// How much of the body is sent before the fault comes, 0 to 1, cut at any byte: with <see cref="FakeFault.CloseInStream"/>, <see cref="FakeFault.ResetInStream"/> or
    /// <see cref="FakeFault.EndWithoutFinish"/>. Null to count pieces.
    /// </summary>
    public double? CutAt { get; init; }

    /// <summary>Where the server waits before it sends a status; null for nowhere.</summary>
    public FakeHold? HoldBefore { get; init; }

    /// <summary>Where the server waits, after <see cref="After"/> pieces; null for nowhere.</summary>
    public FakeHold? Hold { get; init; }

    public int Status { get; init; } = 200;

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public string ContentType { get; init; } = "application/json";

    public string Body { get; init; } = "";

    /// <summary>A reply that goes well.</summary>
    public static FakeReply Of(string text) => new() { Text = text };

    /// <summary>An answer with another status than 200.</summary>
    public static FakeReply Failing(int status, string body = "", params (string Name, string Value)[] headers) => new()
    {
        Fault = FakeFault.Status,
        Status = status,
        Body = body,
        Headers = headers.ToDictionary(header => header.Name, header => header.Value),
    };

    /// <summary>Status 200 with a body that is no reply.</summary>
    public static FakeReply Raw(string body, string contentType) => new() { Fault = FakeFault.RawBody, Body = body, ContentType = contentType };

    /// <summary>A web page where a reply should be.</summary>
    public static FakeReply WebPage() => Raw("<!doctype html><html><body><h1>Welcome to the proxy</h1></body></html>", "text/html; charset=utf-8");

    /// <summary>A reply that goes wrong after some pieces.</summary>
    public static FakeReply Broken(FakeFault fault, int after = 0) => new() { Fault = fault, After = after };

    /// <summary>A stream in which an error comes after some pieces.</summary>
    public static FakeReply Error(string body, int after = 0) => new() { Fault = FakeFault.ErrorEvent, Body = body, After = after };

    /// <summary>A reply that waits after some pieces until it is released.</summary>
    public static FakeReply HoldAfter(int pieces, out FakeHold hold)
    {
        hold = new FakeHold();
        return new() { Hold = hold, After = pieces };
    }
}
