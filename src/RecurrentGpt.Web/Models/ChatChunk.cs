using System.Text.Json;
using Microsoft.Extensions.AI;

namespace RecurrentGpt.Web.Models;

/// <summary>One piece of a streamed reply, or a reply that came whole.</summary>
internal sealed record ChatChunk
{
    public string Text { get; private init; } = "";

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
        var json = document.RootElement;
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A piece of a reply is an object.");
        }

        var choice = First(json);
        var delta = Member(choice, "delta") ?? Member(choice, "message");

        return new ChatChunk
        {
            Text = Content(delta),
            Reasoning = Word(delta, "reasoning_content") ?? Word(delta, "reasoning") ?? "",
            Refusal = Word(delta, "refusal") ?? "",
            FinishReason = Word(choice, "finish_reason"),
            Usage = Tokens(Member(json, "usage")),
            Error = choice is null ? ErrorBody.Read(json) : null,
            Model = Word(json, "model"),
        };
    }

    private static JsonElement? First(JsonElement json) =>
        json.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array && choices.GetArrayLength() > 0 ? choices[0] : null;

    // A few servers send content in parts.
    private static string Content(JsonElement? delta) => delta is { ValueKind: JsonValueKind.Object } message && message.TryGetProperty("content", out var content)
        ? content.ValueKind switch
        {
            JsonValueKind.String => content.GetString() ?? "",
            JsonValueKind.Array => string.Concat(content.EnumerateArray().Select(part => Word(part, "text"))),
            _ => "",
        }
        : "";

    private static UsageDetails? Tokens(JsonElement? usage) => usage is not { } tokens ? null : new UsageDetails
    {
        InputTokenCount = Count(tokens, "prompt_tokens"),
        OutputTokenCount = Count(tokens, "completion_tokens"),
        TotalTokenCount = Count(tokens, "total_tokens"),
        CachedInputTokenCount = Count(Member(tokens, "prompt_tokens_details"), "cached_tokens"),
        ReasoningTokenCount = Count(Member(tokens, "completion_tokens_details"), "reasoning_tokens"),
    };

    private static JsonElement? Member(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static string? Word(JsonElement? json, string name) =>
        json is { ValueKind: JsonValueKind.Object } owner && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Count(JsonElement? json, string name) =>
        json is { } owner && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : null;
}
