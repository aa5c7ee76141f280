using System.Buffers;
using System.Text;

namespace RecurrentGpt.Replies;

/// <summary>How a section's text is set: no outer space, no rules at its ends, at most one blank line between its paragraphs, line breaks as written.</summary>
internal static class SectionText
{
    private static readonly SearchValues<char> RuleMarks = SearchValues.Create("-*_=#~`>|—");

    private static readonly (char Open, char Close)[] Quotes = [('"', '"'), ('“', '”'), ('「', '」'), ('『', '』'), ('«', '»'), ('\'', '\''), ('‘', '’')];

    internal static string Of(ReadOnlySpan<char> body) => WithoutQuotes(WithoutHalfBold(WithoutRules(Even(body.Trim()))));

    /// <summary>Spaces at line ends go, one line break stays one, more become a blank line.</summary>
    internal static string Even(ReadOnlySpan<char> text)
    {
        var even = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var end = at;
            var isSpace = char.IsWhiteSpace(text[at]);
            while (end < text.Length && char.IsWhiteSpace(text[end]) == isSpace)
            {
                end++;
            }

            var run = text[at..end];
            even.Append(isSpace ? EvenSpace(run) : run);
            at = end;
        }

        return even.ToString();
    }

    /// <summary>Whether a line is only a rule, a fence or left-over decoration.</summary>
    internal static bool IsRule(ReadOnlySpan<char> line)
    {
        var mark = line.Trim();
        return mark.Length > 0 && mark.IndexOfAnyExcept(RuleMarks) < 0;
    }

    /// <summary>Whether there is nothing in a body but space and rules.</summary>
    internal static bool IsBlank(ReadOnlySpan<char> body)
    {
        foreach (var c in body)
        {
            if (!char.IsWhiteSpace(c) && !RuleMarks.Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The quote marks around a text that has no others within; null where it has none.</summary>
    internal static (char Open, char Close)? QuotesAround(ReadOnlySpan<char> text)
    {
        foreach (var (open, close) in Quotes)
        {
            if (text.Length > 2 && text[0] == open && text[^1] == close && text[1..^1].IndexOfAny(open, close) < 0)
            {
                return (open, close);
            }
        }

        return null;
    }

    private static ReadOnlySpan<char> EvenSpace(ReadOnlySpan<char> space) => space.Count('\n') switch { 0 => space, 1 => "\n", _ => "\n\n" };

    private static string WithoutRules(string text)
    {
        var rest = text.AsSpan();
        for (var end = rest.IndexOf('\n'); end >= 0 && IsRule(rest[..end]); end = rest.IndexOf('\n'))
        {
            rest = rest[end..].TrimStart();
        }

        for (var start = rest.LastIndexOf('\n'); start >= 0 && IsRule(rest[start..]); start = rest.LastIndexOf('\n'))
        {
            rest = rest[..start].TrimEnd();
        }

        return IsRule(rest) ? "" : rest.ToString();
    }

    // "**Plan 1: The bell**" opens its bold before the label and closes it behind a title.
    private static string WithoutHalfBold(string text)
    {
        var line = text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? text.AsSpan(0, end) : text;
        return line.EndsWith("**") && line.IndexOf("**") == line.Length - 2 ? string.Concat(line[..^2], text.AsSpan(line.Length)) : text;
    }

    private static string WithoutQuotes(string text) => QuotesAround(text) is null ? text : text[1..^1].Trim();
}
