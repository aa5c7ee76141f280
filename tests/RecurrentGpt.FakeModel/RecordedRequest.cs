using System.Text.Json;

namespace RecurrentGpt.FakeModel;

/// <summary>One request as it came over the wire.</summary>
public sealed class RecordedRequest
{
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _clientLeft = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal RecordedRequest(string method, string path, IReadOnlyDictionary<string, string> headers, byte[] body, DateTimeOffset at)
    {
        Method = method;
        Path = path;
        Headers = headers;
        Body = body;
        At = at;
    }

    public string Method { get; }

    public string Path { get; }

    /// <summary>Names in any case; several values of a name are joined by commas.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    public ReadOnlyMemory<byte> Body { get; }

    public DateTimeOffset At { get; }

    /// <summary>Done when the client closed the connection before its answer had ended.</summary>
    public Task ClientLeft => _clientLeft.Task;

    /// <summary>Done when the server has sent its answer to the end, or has broken it off itself.</summary>
    public Task Answered => _answered.Task;

    /// <summary>The body read as JSON.</summary>
    public JsonElement Json() => JsonDocument.Parse(Body).RootElement;

    internal void MarkAnswered() => _answered.TrySetResult();

    internal void MarkClientLeft() => _clientLeft.TrySetResult();
}
