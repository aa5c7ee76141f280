using System.Buffers;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>
/// Tells prose that stands in the file as it is typed: no sign in it could mean more than itself, to any reader of Markdown. Most paragraphs are such, and
/// finding that out costs a thousandth of reading them as Markdown.
/// </summary>
internal static class PlainProse
{
    private static readonly SearchValues<char> Signs = SearchValues.Create([.. "\\`*_~[]{}<>&|#=+^$", .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c != '\n')]);

    // What a line of prose begins with besides letters.
    private static readonly SearchValues<char> Openers = SearchValues.Create("\u3000（\"'(“”‘’„‚«»‹›「」『』《》—–…¿¡");

    public static bool Is(string text) => !text.AsSpan().ContainsAny(Signs) && !text.Contains("    ", StringComparison.Ordinal) && EveryLineBeginsAsProse(text);

    private static bool EveryLineBeginsAsProse(ReadOnlySpan<char> text)
    {
        foreach (var line in text.EnumerateLines())
        {
            if (!line.IsEmpty && !char.IsLetter(line[0]) && !Openers.Contains(line[0]))
            {
                return false;
            }
        }

        return true;
    }
}
