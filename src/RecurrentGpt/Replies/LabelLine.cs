namespace RecurrentGpt.Replies;

/// <summary>What the beginning of a line is.</summary>
internal enum LineKind
{
    /// <summary>Text.</summary>
    Prose,

    /// <summary>More of the line is needed to tell.</summary>
    Undecided,

    /// <summary>A label.</summary>
    Label,
}

/// <summary>A label at the start of a line.</summary>
/// <param name="Word">What it announces.</param>
/// <param name="BodyStart">Where the text behind it begins.</param>
/// <param name="Style">How it is dressed: the same number for the same decoration, separator and place.</param>
/// <param name="IsOwnLine">Whether nothing follows on its line.</param>
/// <param name="IsDecorated">Whether bold, a heading mark, brackets or the like stand before it.</param>
/// <param name="Separator">A colon, a dash, or zero for the end of the line.</param>
internal sealed record LabelMark(LabelWord Word, int BodyStart, int Style, bool IsOwnLine, bool IsDecorated, char Separator);

/// <summary>Reads a label at the start of a line: decoration, the longest label, an optional note in parentheses, a separator.</summary>
internal sealed class LabelLine(LabelTable labels)
{
    private const int LongestNote = 80;

    /// <summary>Looks at the line in <paramref name="text"/>, which is the line without its line break.</summary>
    /// <param name="text">The line, or as much of it as has arrived.</param>
    /// <param name="isWhole">Whether the line is complete.</param>
    /// <param name="mark">The label, when there is one.</param>
    internal LineKind Read(ReadOnlySpan<char> text, bool isWhole, out LabelMark? mark)
    {
        mark = null;
        var more = isWhole ? LineKind.Prose : LineKind.Undecided;
        var decoration = Decoration.Read(text);
        if (!decoration.IsValid)
        {
            return decoration.IsOpen ? more : LineKind.Prose;
        }

        var word = labels.Longest(text, decoration.End, out var at, out var isOpen);
        if (isOpen && !isWhole)
        {
            return LineKind.Undecided;
        }

        if (word is null)
        {
            return LineKind.Prose;
        }

        at = SkipClosing(text, at);
        if (!SkipNote(text, ref at))
        {
            return text.Length - at > LongestNote ? LineKind.Prose : more;
        }

        return Separate(text, at, isWhole, decoration, word, out mark);
    }

    private static LineKind Separate(ReadOnlySpan<char> text, int at, bool isWhole, Decoration decoration, LabelWord word, out LabelMark? mark)
    {
        mark = null;
        var separator = '\0';
        var body = at;
        if (at < text.Length)
        {
            separator = SeparatorAt(text, at, out body);
            if (separator == '\0' && IsBracketed(text, at, decoration))
            {
                (separator, body) = (':', at);
            }
            else if (separator == '\0')
            {
                // A dash may still be followed by the space that makes it a separator.
                return body == text.Length && !isWhole ? LineKind.Undecided : LineKind.Prose;
            }

            body = SkipAfter(text, body, decoration);
        }

        if (body >= text.Length && !isWhole)
        {
            return LineKind.Undecided;
        }

        mark = Mark(text, body, separator, decoration, word);
        return LineKind.Label;
    }

    // 【段落】 needs no colon: nothing else of a reply stands in such brackets at the start of a line.
    private static bool IsBracketed(ReadOnlySpan<char> text, int at, Decoration decoration) =>
        decoration.Emphasis == '】' && text[..at].TrimEnd() is [.., '】'];

    private static LabelMark Mark(ReadOnlySpan<char> text, int body, char separator, Decoration decoration, LabelWord word)
    {
        var isOwnLine = body >= text.Length;
        var style = (decoration.First << 4) | ((separator & 3) << 1) | (isOwnLine ? 1 : 0);
        var meant = decoration.IsClosingTag ? word with { Role = LabelRole.Foreign, Section = null } : word;
        return new LabelMark(meant, body, style, isOwnLine, decoration.First != '\0', separator);
    }

    private static char SeparatorAt(ReadOnlySpan<char> text, int at, out int body)
    {
        body = at + 1;
        switch (text[at])
        {
            case ':' or '：':
                return ':';
            case '-' or '–' or '—':
                while (body < text.Length && text[body] is '-' or '–' or '—')
                {
                    body++;
                }

                var isSpaced = char.IsWhiteSpace(text[at - 1]) || (body < text.Length && char.IsWhiteSpace(text[body]));
                return isSpaced ? '-' : '\0';
            default:
                return '\0';
        }
    }

    private static int SkipClosing(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && (text[at] is ' ' or '\t' or '\u00A0' or '\u3000' || Decoration.Closes(text[at])))
        {
            at++;
        }

        return at;
    }

    private static bool SkipNote(ReadOnlySpan<char> text, ref int at)
    {
        if (at >= text.Length || text[at] is not ('(' or '（'))
        {
            return true;
        }

        var end = text[at..Math.Min(text.Length, at + LongestNote)].IndexOfAny(')', '）');
        if (end < 0)
        {
            return false;
        }

        at = SkipClosing(text, at + end + 1);
        return true;
    }

    // "**Memory:** text" closes behind the colon, but "Memory: *text*" opens there: only what the decoration opened is taken.
    private static int SkipAfter(ReadOnlySpan<char> text, int at, Decoration decoration)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || (decoration.Emphasis != '\0' && text[at] == decoration.Emphasis && IsClosed(text, at))))
        {
            at++;
        }

        return at;
    }

    private static bool IsClosed(ReadOnlySpan<char> text, int at) => !char.IsWhiteSpace(text[at - 1]);
}
