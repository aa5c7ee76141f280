using System.Text;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>Writes a text that the screen shows letter for letter, such as a title, so that a reader of Markdown shows it letter for letter too.</summary>
internal static class MarkdownPlain
{
    /// <summary>What stands behind the mark of a heading. It is one line.</summary>
    public static string Heading(string text)
    {
        var line = Readable(string.Join(' ', text.ReplaceLineEndings("\n").Split('\n'))).Trim();
        var closing = line.AsSpan().TrimEnd('#').Length;
        return closing == line.Length ? Escaped(line) : $"{Escaped(line[..closing])}\\{line[closing..]}";
    }

    /// <summary>Lines that begin nothing: no list, no heading, no quotation, no code.</summary>
    public static IEnumerable<string> Lines(string text) => Readable(text).Split('\n').Select(Line);

    /// <summary>A text without control characters but for line feeds and tabs, and with line feeds for line ends.</summary>
    public static string Readable(string text)
    {
        var feeds = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return feeds.Any(IsControl) ? string.Concat(feeds.Where(c => !IsControl(c))) : feeds;
    }

    /// <summary>Puts a backslash, or a name in the place of a bracket, wherever a sign could mean more than itself.</summary>
    public static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            _ = text[i] == '{' ? escaped.Append(MarkdownSigns.Brace)
                : MarkdownSigns.OpensTag(text, i) ? escaped.Append(MarkdownSigns.Less)
                : IsSign(text, i) ? escaped.Append('\\').Append(text[i])
                : escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    private static string Line(string line)
    {
        var shown = IsIndented(line) ? line.TrimStart(' ', '\t') : line;
        return Start(shown) is var at and >= 0 ? $"{Escaped(shown[..at])}\\{Escaped(shown[at..])}" : Escaped(shown);
    }

    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');

    private static bool IsSign(string text, int at) => text[at] switch
    {
        '`' or '*' or '_' or '[' or ']' or '~' => true,
        '\\' => at + 1 == text.Length || text[at + 1] == '\n' || IsPunctuation(text[at + 1]),
        '&' => MarkdownSigns.OpensEntity(text, at),
        _ => false,
    };

    private static bool IsPunctuation(char c) => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c));

    private static bool IsIndented(string line)
    {
        var indentation = line.AsSpan(0, line.Length - line.AsSpan().TrimStart(" \t").Length);
        return indentation.Length > 3 || indentation.Contains('\t');
    }

    // Where the sign stands that would begin a block; -1 for none. A number begins a list only with the sign behind it.
    private static int Start(string line)
    {
        var at = line.Length - line.AsSpan().TrimStart(' ').Length;
        var sign = at;
        while (sign < line.Length && char.IsAsciiDigit(line[sign]))
        {
            sign++;
        }

        return sign == line.Length ? -1
            : sign > at ? (line[sign] is '.' or ')' ? sign : -1)
            : line[sign] is '#' or '>' or '+' or '-' or '=' or '|' or ':' ? sign : -1;
    }
}
