using System.Text;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>
/// The words of a text, the same for the index, for what is typed and for the marks in an excerpt. Where a script puts no spaces between words, each
/// character is a word of its own, so that a name of several is found as a phrase.
/// </summary>
public static class SearchWords
{
    /// <summary>The text as the index takes it: its words with spaces between.</summary>
    public static string Prepare(string text) => string.Join(' ', In(text).Select(word => word.Text));

    public static IReadOnlyList<SearchWord> In(string text)
    {
        var words = new List<SearchWord>(text.Length / 5);
        var open = new StringBuilder();
        var (start, end) = (0, 0);
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            var next = at + (isWhole ? rune.Utf16SequenceLength : 1);
            var folded = isWhole ? SearchFold.Of(rune) : SearchFold.None;
            if (folded.Kind is FoldKind.Part || (folded.Kind is FoldKind.Sign && open.Length > 0))
            {
                start = open.Length == 0 ? at : start;
                open.Append(folded.Text);
                end = next;
            }
            else
            {
                Close();
                if (folded.Kind is FoldKind.Alone)
                {
                    words.Add(new SearchWord(folded.Text, at, next, StandsAlone: true));
                }
            }

            at = next;
        }

        Close();
        return words;

        void Close()
        {
            if (open.Length > 0)
            {
                words.Add(new SearchWord(open.ToString(), start, end, StandsAlone: false));
                open.Clear();
            }
        }
    }
}
