using System.Text.Json;

namespace RecurrentGpt.FakeModel;

/// <summary>A message of a chat request.</summary>
public sealed record RecordedMessage(string Role, string Content);

/// <summary>A chat request, read.</summary>
/// <param name="Number">Counts the chat requests of the server, from 1.</param>
/// <param name="Model">The model asked for.</param>
/// <param name="Messages">The messages, in order.</param>
/// <param name="IsStream">Whether the reply is wanted in pieces.</param>
/// <param name="Request">The request as it came.</param>
public sealed record RecordedChatRequest(int Number, string Model, IReadOnlyList<RecordedMessage> Messages, bool IsStream, RecordedRequest Request)
{
    public string System => Of("system");

    public string User => Of("user");

    internal static RecordedChatRequest Read(int number, RecordedRequest request)
    {
        var json = request.Json();
        var messages = json.GetProperty("messages").EnumerateArray()
            .Select(message => new RecordedMessage(message.GetProperty("role").GetString() ?? "", message.GetProperty("content").GetString() ?? ""));
        var isStream = json.TryGetProperty("stream", out var stream) && stream.ValueKind == JsonValueKind.True;

        return new(number, json.GetProperty("model").GetString() ?? "", [.. messages], isStream, request);
    }

    private string Of(string role) => Messages.LastOrDefault(message => message.Role == role)?.Content ?? "";
}
