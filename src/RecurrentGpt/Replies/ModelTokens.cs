using System.Buffers;

namespace RecurrentGpt.Replies;

/// <summary>What a token does to the text around it.</summary>
internal enum ModelTokenKind
{
    /// <summary>Nothing but to disappear.</summary>
    Noise,

    /// <summary>The reply is over: what follows is a turn that the model made up.</summary>
    EndOfTurn,

    /// <summary>Reasoning begins, up to the closing mark.</summary>
    Thinking,

    /// <summary>Reasoning ends, although its opening mark was in the prompt and not in the reply.</summary>
    AfterThinking,
}

internal sealed record ModelToken(string Text, ModelTokenKind Kind, string Closing = "");

/// <summary>The tokens of chat templates that servers let through.</summary>
internal static class ModelTokens
{
    // Longer ones first where one begins another.
    private static readonly ModelToken[] All =
    [
        .. new[] { "think", "thinking", "thought", "reasoning" }.SelectMany(name => new ModelToken[]
        {
            new($"<{name}>", ModelTokenKind.Thinking, $"</{name}>"),
            new($"</{name}>", ModelTokenKind.AfterThinking),
        }),
        new("<|channel|>analysis<|message|>", ModelTokenKind.Thinking, "<|end|>"),
        .. new[]
        {
            "<|channel|>final<|message|>", "<|start|>assistant", "<|im_start|>assistant", "<|start_header_id|>assistant<|end_header_id|>", "<start_of_turn>model",
            "<|channel|>", "<|message|>", "<|start|>", "<|start_header_id|>", "<|end_header_id|>", "<|assistant|>", "<|begin_of_text|>", "<s>", "[/INST]",
        }.Select(text => new ModelToken(text, ModelTokenKind.Noise)),
        .. new[]
        {
            "<|im_end|>", "<|eot_id|>", "<|end|>", "<|return|>", "<|endoftext|>", "<|end_of_text|>", "<end_of_turn>", "</s>", "[INST]",
            "<｜end▁of▁sentence｜>", "<|im_start|>", "<start_of_turn>", "<|user|>",
        }.Select(text => new ModelToken(text, ModelTokenKind.EndOfTurn)),
    ];

    private static readonly SearchValues<char> Seconds = SearchValues.Create(
        [.. All.SelectMany(token => new[] { token.Text[1], char.ToUpperInvariant(token.Text[1]) })]);

    /// <summary>The token that <paramref name="text"/> begins with, or null.</summary>
    internal static ModelToken? At(ReadOnlySpan<char> text)
    {
        if (text.Length < 2 || !Seconds.Contains(text[1]))
        {
            return null;
        }

        foreach (var token in All)
        {
            if (text.StartsWith(token.Text, StringComparison.OrdinalIgnoreCase))
            {
                return token;
            }
        }

        return null;
    }

    /// <summary>Whether all of <paramref name="text"/> is the beginning of a longer token.</summary>
    internal static bool MayBegin(ReadOnlySpan<char> text)
    {
        foreach (var token in All)
        {
            if (token.Text.Length > text.Length && token.Text.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
