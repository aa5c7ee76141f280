using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecurrentGpt.Web.Models;

/// <summary>One piece of a streamed reply, or a reply that came whole.</summary>
internal sealed record ChatChunk
{
    public string Text { get; init; } = "";

    /// <summary>What the model thinks before it writes, where a server tells.</summary>
    public string Reasoning { get; private init; } = "";

    /// <summary>The model's own words for declining.</summary>
    public string Refusal { get; private init; } = "";

    public string? FinishReason { get; private init; }

    public UsageDetails? Usage { get; private init; }

    public ErrorBody? Error { get; private init; }

    public string? Model { get; private init; }

    /// <exception cref="JsonException">The text is no JSON object.</exception>
    public static ChatChunk Read(string data)
    {
        using var document = JsonDocument.Parse(data);
        JsonElement? json = document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement
            : throw new JsonException("A piece of a reply is an object.");
        var choice = json.Array("choices") is { } choices && choices.GetArrayLength() > 0 ? choices[0] : (JsonElement?)null;
        var delta = choice.Object("delta") ?? choice.Object("message");

        return new ChatChunk
        {
            Text = delta.Text("content") ?? Parts(delta),
            Reasoning = delta.Text("reasoning_content") ?? delta.Text("reasoning") ?? "",
            Refusal = delta.Text("refusal") ?? "",
            FinishReason = choice.Text("finish_reason"),
            Usage = Tokens(json.Object("usage")),
            Error = choice is null || json.Object("error") is not null || json.Text("error") is not null ? ErrorBody.Read(document.RootElement) : null,
            Model = json.Text("model"),
        };
    }

    // A few servers send content in parts.
    private static string Parts(JsonElement? delta) => delta.Array("content") is { } parts
        ? string.Concat(parts.EnumerateArray().Select(part => ((JsonElement?)part).Text("text")))
        : "";

    private static UsageDetails? Tokens(JsonElement? usage) => usage is null ? null : new UsageDetails
    {
        InputTokenCount = usage.Integer("prompt_tokens"),
        OutputTokenCount = usage.Integer("completion_tokens"),
        TotalTokenCount = usage.Integer("total_tokens"),
        CachedInputTokenCount = usage.Object("prompt_tokens_details").Integer("cached_tokens"),
        ReasoningTokenCount = usage.Object("completion_tokens_details").Integer("reasoning_tokens"),
    };
}
