using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Prompts;

/// <summary>
/// The marks around carried text: a row of equals signs longer than any in the texts of the prompt, so that no text can pretend to end its own mark.
/// The text between them is untouched, byte for byte. Where a text has a very long row, the marks are told from it by a number that stands in none of the texts:
/// rows that outgrew it would be most of the prompt.
/// </summary>
public sealed partial class Marks
{
    private const int Shortest = 5;

    // Numbered rows have this length, and rows without a number are shorter, so that a message says by its longest row which it has.
    private const int Numbered = 40;

    private readonly string _row;

    private Marks(string row) => _row = row;

    /// <summary>Marks that none of <paramref name="carried"/> contains.</summary>
    public static Marks For(params IEnumerable<string> carried)
    {
        ArgumentNullException.ThrowIfNull(carried);
        List<string> texts = [.. carried];
        var longest = texts.Select(LongestRow).DefaultIfEmpty(0).Max();
        return new Marks(longest + 1 < Numbered ? Row(Math.Max(Shortest, longest + 1)) : RowOf(FreeNumber(texts)));
    }

    /// <summary><paramref name="text"/> between an opening and a closing mark that carry <paramref name="name"/>, with a line end after each.</summary>
    public string Around(string name, string text) => $"{_row} {name} {_row}\n{text}\n{_row} end of {name} {_row}\n";

    /// <summary>Finds the text between the marks of <paramref name="name"/> in a user message made with <see cref="Around"/>.</summary>
    public static bool TryRead(string message, string name, [NotNullWhen(true)] out string? text)
    {
        ArgumentNullException.ThrowIfNull(message);
        text = null;
        if (RowIn(message) is not { } row)
        {
            return false;
        }

        var opening = $"{row} {name} {row}\n";
        for (var at = message.IndexOf(opening, StringComparison.Ordinal); at >= 0; at = message.IndexOf(opening, at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && message[at - 1] != '\n')
            {
                continue;
            }

            var from = at + opening.Length;
            var to = message.IndexOf($"\n{row} end of {name} {row}\n", from - 1, StringComparison.Ordinal);
            if (to >= 0)
            {
                text = to < from ? "" : message[from..to];
                return true;
            }
        }

        return false;
    }

    // Only the longest row of the message marks: a shorter one is in a text, and looks like a mark at most. Of numbered rows the first is ours, since no text stands before it.
    private static string? RowIn(string message) => LongestRow(message) switch
    {
        < Shortest => null,
        < Numbered and var length => Row(length),
        _ => NumberedMark().Match(message) is { Success: true } mark ? mark.Groups["row"].Value : null,
    };

    private static int FreeNumber(IEnumerable<string> texts)
    {
        var taken = texts.SelectMany(text => NumberInText().Matches(text)).Select(match => int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture)).ToHashSet();
        return Enumerable.Range(1, taken.Count + 1).First(number => !taken.Contains(number));
    }

    private static string Row(int length) => new('=', length);

    private static string RowOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{Row(Numbered)}[{number}]");

    private static int LongestRow(string text)
    {
        int longest = 0, row = 0;
        foreach (var c in text)
        {
            row = c == '=' ? row + 1 : 0;
            longest = Math.Max(longest, row);
        }

        return longest;
    }

    [GeneratedRegex(@"=\[(?<n>[1-9][0-9]{0,8})\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NumberInText();

    [GeneratedRegex(@"^(?<row>={40}\[[1-9][0-9]{0,8}\]) [^\n]+ \k<row>$", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex NumberedMark();
}
