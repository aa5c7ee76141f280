using Microsoft.Extensions.AI;

namespace RecurrentGpt.Web.Models;

/// <summary>Says what a piece of a reply holds in the words of the .NET convention.</summary>
internal static class ReplyUpdate
{
    public static ChatResponseUpdate Of(ChatChunk chunk) => new(ChatRole.Assistant, [.. Contents(chunk)])
    {
        ModelId = string.IsNullOrEmpty(chunk.Model) ? null : chunk.Model,
        FinishReason = string.IsNullOrWhiteSpace(chunk.FinishReason) ? null : new ChatFinishReason(chunk.FinishReason),
    };

    private static IEnumerable<AIContent> Contents(ChatChunk chunk)
    {
        if (chunk.Reasoning.Length > 0)
        {
            yield return new TextReasoningContent(chunk.Reasoning);
        }

        if (chunk.Text.Length > 0)
        {
            yield return new TextContent(chunk.Text);
        }

        if (chunk.Usage is { } usage)
        {
            yield return new UsageContent(usage);
        }
    }
}
