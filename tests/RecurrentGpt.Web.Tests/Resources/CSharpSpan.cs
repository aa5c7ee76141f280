namespace RecurrentGpt.Web.Tests.Resources;

/// <summary>Finds where pieces of C# end within other text: strings, comments and whatever stands in brackets.</summary>
internal static class CSharpSpan
{
    /// <summary>The place behind a string, character or comment that begins here; the same place when none does.</summary>
    public static int SkipQuoted(string text, int at)
    {
        if (StartsWith(text, at, "//"))
        {
            var end = text.IndexOf('\n', at);
            return end < 0 ? text.Length : end;
        }

        if (StartsWith(text, at, "/*"))
        {
            return After(text, at + 2, "*/");
        }

        if (text[at] == '\'')
        {
            var end = at + 1;
            while (end < text.Length && text[end] is not ('\'' or '\n'))
            {
                end += text[end] == '\\' ? 2 : 1;
            }

            return Math.Min(end + 1, text.Length);
        }

        var quote = at;
        while (quote < text.Length && text[quote] is '$' or '@')
        {
            quote++;
        }

        return quote < text.Length && text[quote] == '"' ? SkipString(text, quote, text[at..quote]) : at;
    }

    /// <summary>The place behind the bracket that closes the one that stands here.</summary>
    public static int SkipBrackets(string text, int at)
    {
        var depth = 0;
        while (at < text.Length)
        {
            var behind = SkipQuoted(text, at);
            if (behind > at)
            {
                at = behind;
                continue;
            }

            depth += text[at] switch { '(' or '[' or '{' => 1, ')' or ']' or '}' => -1, _ => 0 };
            at++;
            if (depth == 0)
            {
                return at;
            }
        }

        return at;
    }

    public static int After(string text, int at, string end)
    {
        var found = text.IndexOf(end, Math.Min(at, text.Length), StringComparison.Ordinal);
        return found < 0 ? text.Length : found + end.Length;
    }

    public static bool StartsWith(string text, int at, string start) => string.CompareOrdinal(text, at, start, 0, start.Length) == 0;

    private static int SkipString(string text, int quote, string prefix)
    {
        var quotes = quote;
        while (quotes < text.Length && text[quotes] == '"')
        {
            quotes++;
        }

        if (quotes - quote >= 3)
        {
            return After(text, quotes, text[quote..quotes]);
        }

        var (isVerbatim, hasHoles) = (prefix.Contains('@'), prefix.Contains('$'));
        for (var at = quote + 1; at < text.Length;)
        {
            switch (text[at])
            {
                case '"' when isVerbatim && StartsWith(text, at, "\"\""):
                case '{' when hasHoles && StartsWith(text, at, "{{"):
                    at += 2;
                    break;
                case '"':
                    return at + 1;
                case '\\' when !isVerbatim:
                    at += 2;
                    break;
                case '{' when hasHoles:
                    at = SkipBrackets(text, at);
                    break;
                default:
                    at++;
                    break;
            }
        }

        return text.Length;
    }
}
