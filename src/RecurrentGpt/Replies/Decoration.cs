using System.Globalization;

namespace RecurrentGpt.Replies;

/// <summary>What may stand before a label on its line: spaces, bullets, heading marks, bold, brackets, quotes, numbers, a picture or two.</summary>
internal readonly ref struct Decoration
{
    private const int Longest = 24;
    private const int LongestNumber = 3;
    private const string Opening = "*_#>-+•·●○◆◇■□▪→[【「『《〈<({（\"'“‘`~=|–—";
    private const string Closing = "*_]】」』》〉>)}）\"'”’`~=|#";
    private const string AfterNumber = ".)、）．:：";
    private const string ChineseNumbers = "一二三四五六七八九十";

    /// <summary>Behind the decoration.</summary>
    internal int End { get; private init; }

    /// <summary>Whether a label may begin at <see cref="End"/>.</summary>
    internal bool IsValid { get; private init; }

    /// <summary>Whether the text ended inside the decoration.</summary>
    internal bool IsOpen { get; private init; }

    /// <summary>The first mark; '1' for any number, zero for none.</summary>
    internal char First { get; private init; }

    /// <summary>The emphasis mark that was opened last, or zero.</summary>
    internal char Emphasis { get; private init; }

    /// <summary>Whether it opens a closing tag, such as "&lt;/Memory&gt;".</summary>
    internal bool IsClosingTag { get; private init; }

    internal static bool Closes(char c) => Closing.Contains(c, StringComparison.Ordinal);

    internal static Decoration Read(ReadOnlySpan<char> text)
    {
        char first = '\0', emphasis = '\0';
        var isClosingTag = false;
        var at = 0;
        while (at < text.Length)
        {
            var step = StepOver(text, at);
            if (step == 0 || at > Longest)
            {
                break;
            }

            var c = text[at];
            first = first != '\0' || char.IsWhiteSpace(c) ? first : char.IsDigit(c) ? '1' : c;
            emphasis = c is '*' or '_' or '`' or '"' or '【' or '[' ? Partner(c) : emphasis;
            isClosingTag |= c == '/';
            at += step;
        }

        return new Decoration
        {
            End = at,
            IsValid = at < text.Length && at <= Longest && !IsUnfinishedNumber(text, at),
            IsOpen = at <= Longest && (at == text.Length || IsUnfinishedNumber(text, at)),
            First = first,
            Emphasis = emphasis,
            IsClosingTag = isClosingTag,
        };
    }

    private static int StepOver(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsWhiteSpace(c) || Opening.Contains(c, StringComparison.Ordinal) || IsPicture(c) || (c == '/' && at > 0 && text[at - 1] == '<'))
        {
            return 1;
        }

        var end = NumberEnd(text, at);
        return end > at && end < text.Length && AfterNumber.Contains(text[end], StringComparison.Ordinal) ? end + 1 - at : 0;
    }

    private static int NumberEnd(ReadOnlySpan<char> text, int at)
    {
        var most = Math.Min(text.Length, at + LongestNumber);
        while (at < most && (char.IsDigit(text[at]) || ChineseNumbers.Contains(text[at], StringComparison.Ordinal)))
        {
            at++;
        }

        return at;
    }

    private static bool IsUnfinishedNumber(ReadOnlySpan<char> text, int at) => at < text.Length && NumberEnd(text, at) == text.Length;

    private static bool IsPicture(char c) =>
        char.IsSurrogate(c) || c is '\uFE0F' or '\u20E3' || char.GetUnicodeCategory(c) == UnicodeCategory.OtherSymbol;

    private static char Partner(char c) => c switch { '【' => '】', '[' => ']', _ => c };
}
