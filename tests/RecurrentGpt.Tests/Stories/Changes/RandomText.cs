using System.Text;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Tests.Stories.Changes;

/// <summary>Texts of any kind: words, Chinese, pairs of surrogates, characters of several code points, Windows line ends, Markdown, no spaces at all.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "lamp", "the", "shore", "don’t", "half-open", "“No,”", "said.", " *never* ", " **now** ", " _once_ ", "她", "灯在桥上。", "雾", "😀", "👩‍👩‍👧", "𠮷野", "e\u0301clair", "naïve",
        "\r\n", "\n\n", "\r\n\r\n", "\t", "  ", " ", " ", " ", " ", "—", "…", ".", ",", "#", "> ", "- ", "1. ", "[a](b)", "`code`", "\\*",
    ];

    internal static string Of(Random random) => string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => Piece(random)));

    internal static string Long(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(Piece(random)).Append(random.Next(300)).Append(' ');
        }

        return text.ToString();
    }

    /// <summary>The text with whole words and marks taken out, put in and changed, so that it stays well formed.</summary>
    internal static string Edited(Random random, string text)
    {
        var parts = text.Split(' ').Select(part => part + " ").ToList();
        parts[^1] = parts[^1][..^1];
        for (var edits = random.Next(1, 6); edits > 0; edits--)
        {
            var at = random.Next(parts.Count);
            switch (random.Next(3))
            {
                case 0:
                    parts[at] = IsWellFormed(parts[at]) ? "" : parts[at];
                    break;
                case 1:
                    parts.Insert(at, Piece(random) + " ");
                    break;
                default:
                    parts[at] += Piece(random) + " ";
                    break;
            }
        }

        return string.Concat(parts);
    }

    /// <summary>No half of a pair, no half of a Windows line end, and each mark of emphasis closed.</summary>
    internal static bool IsWellFormed(string text) =>
        text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar)
        && text.Split("\r\n").All(line => !line.Contains('\r', StringComparison.Ordinal))
        && Regex.Matches(text.Replace("\\*", "", StringComparison.Ordinal), @"\*+|_+", RegexOptions.NonBacktracking).GroupBy(mark => mark.Value).All(marks => marks.Count() % 2 == 0);

    private static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];
}
