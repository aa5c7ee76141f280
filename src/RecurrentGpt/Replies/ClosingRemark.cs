namespace RecurrentGpt.Replies;

/// <summary>What models say to the author behind the last section: it is no part of a plan or a memory.</summary>
internal static class ClosingRemark
{
    private static readonly string[] Beginnings =
    [
        "Let me know", "I hope", "Feel free", "Would you like", "Please let me", "Please choose", "Which ", "Note:", "(Note", "*Note", "If you", "Hope this", "End of",
        "希望", "请告诉", "请选择", "如果您", "如果你", "如有", "您希望", "注：", "（注", "以上",
    ];

    /// <summary>The body without a remark that follows a blank line, a rule or a closing fence.</summary>
    internal static ReadOnlySpan<char> Without(ReadOnlySpan<char> body)
    {
        bool hasText = false, previousIsBlank = false;
        for (var at = 0; at < body.Length;)
        {
            var length = body[at..].IndexOf('\n');
            var line = length < 0 ? body[at..] : body.Slice(at, length);
            if (hasText && (SectionText.IsRule(line) || (previousIsBlank && IsRemark(line))))
            {
                return body[..at];
            }

            previousIsBlank = line.IsWhiteSpace();
            hasText |= !previousIsBlank;
            at = length < 0 ? body.Length : at + length + 1;
        }

        return body;
    }

    private static bool IsRemark(ReadOnlySpan<char> line)
    {
        foreach (var beginning in Beginnings)
        {
            if (line.TrimStart().StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
