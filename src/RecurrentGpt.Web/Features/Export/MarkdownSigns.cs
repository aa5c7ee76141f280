namespace RecurrentGpt.Web.Features.Export;

/// <summary>Signs in which a reader of Markdown may see more than themselves.</summary>
internal static class MarkdownSigns
{
    /// <summary>An opening brace for which no reader looks for attributes; some do so even behind a backslash.</summary>
    public const string Brace = "&#123;";

    /// <summary>What opens no tag; behind an address, a backslash would be taken for a part of it.</summary>
    public const string Less = "&lt;";

    private const int LongestLabel = 1_000;

    /// <summary>Whether a tag, a comment, an instruction or an address may begin here.</summary>
    public static bool OpensTag(string text, int at) =>
        text[at] == '<' && at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] is '/' or '!' or '?');

    /// <summary>Whether this is one character by its name or number.</summary>
    public static bool OpensEntity(string text, int at)
    {
        if (text[at] != '&')
        {
            return false;
        }

        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '#'))
        {
            end++;
        }

        return end > at + 1 && end < text.Length && text[end] == ';';
    }

    /// <summary>Whether a line that begins here names an address for a link elsewhere, is a footnote, or a task that is ticked or not.</summary>
    public static bool OpensDefinition(string text, int at)
    {
        if (text[at] != '[')
        {
            return false;
        }

        var rest = text.AsSpan(at);
        return rest.StartsWith("[^") || rest.StartsWith("[ ]") || rest.StartsWith("[x]", StringComparison.OrdinalIgnoreCase) || IsLabel(rest);
    }

    private static bool IsLabel(ReadOnlySpan<char> text)
    {
        for (var i = 1; i + 1 < text.Length && i <= LongestLabel; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] is '[' or ']')
            {
                return text[i] == ']' && text[i + 1] == ':';
            }
        }

        return false;
    }
}
