using System.Diagnostics.CodeAnalysis;

namespace RecurrentGpt.Prompts;

/// <summary>
/// The marks around carried text: a row of equals signs longer than any in the texts of the prompt, so that no text can pretend to end its own mark.
/// The text between them is untouched, byte for byte.
/// </summary>
public sealed class Marks
{
    private const int Shortest = 5;
    private readonly string _row;

    private Marks(int length) => _row = new string('=', length);

    /// <summary>Marks that none of <paramref name="carried"/> contains.</summary>
    public static Marks For(params IEnumerable<string> carried)
    {
        ArgumentNullException.ThrowIfNull(carried);
        var longest = carried.Select(LongestRow).DefaultIfEmpty(0).Max();
        return new Marks(Math.Max(Shortest, longest + 1));
    }

    /// <summary><paramref name="text"/> between an opening and a closing mark that carry <paramref name="name"/>, with a line end after each.</summary>
    public string Around(string name, string text) => $"{_row} {name} {_row}\n{text}\n{_row} end of {name} {_row}\n";

    /// <summary>Finds the text between the marks of <paramref name="name"/> in a user message made with <see cref="Around"/>.</summary>
    public static bool TryRead(string message, string name, [NotNullWhen(true)] out string? text)
    {
        ArgumentNullException.ThrowIfNull(message);
        text = null;
        // Only the longest row of the message marks: a shorter one is in a text, and looks like a mark at most.
        var row = new string('=', LongestRow(message));
        if (row.Length < Shortest)
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
}
