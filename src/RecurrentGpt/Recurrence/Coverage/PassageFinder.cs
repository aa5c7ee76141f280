using System.Text;

namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>Finds the words of a quotation in a paragraph, letter for letter but for the kind of its quotes and its white space.</summary>
internal sealed class PassageFinder
{
    private const int Shortest = 2;

    // Where somebody leaves words out.
    private static readonly string[] Gaps = ["[…]", "[...]", "……", "…", "..."];

    private readonly string _paragraph;
    private readonly string _folded;
    private readonly List<int> _places = [];

    internal PassageFinder(string paragraph)
    {
        _paragraph = paragraph;
        _folded = Fold(paragraph, _places);
    }

    /// <summary>The passage as the paragraph has it; of a quotation with gaps its longest part; empty when it is not there.</summary>
    internal string Find(string quotation)
    {
        var whole = FindWhole(quotation);
        return whole.Length > 0
            ? whole
            : quotation.Split(Gaps, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).OrderByDescending(part => part.Length).Select(FindWhole).FirstOrDefault("");
    }

    private string FindWhole(string quotation)
    {
        var wanted = Fold(quotation.Trim(), []).Trim();
        var at = wanted.Count(char.IsLetterOrDigit) >= Shortest ? _folded.IndexOf(wanted, StringComparison.Ordinal) : -1;
        return at < 0 ? "" : _paragraph[_places[at]..(_places[at + wanted.Length - 1] + 1)];
    }

    private static string Fold(string text, List<int> places)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = char.IsWhiteSpace(text[at]) ? ' ' : text[at] is '“' or '”' or '„' or '«' or '»' or '「' or '」' or '『' or '』' or '‘' or '’' or '\'' or '`' ? '"' : text[at];
            if (c != ' ' || folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(c);
                places.Add(at);
            }
        }

        return folded.ToString();
    }
}
