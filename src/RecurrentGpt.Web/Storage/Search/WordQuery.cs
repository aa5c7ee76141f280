using System.Text;

namespace RecurrentGpt.Web.Storage.Search;

/// <summary>Words that stand one after the other.</summary>
/// <param name="Words">The words, folded.</param>
/// <param name="IsBeginning">Whether the last of them may be the beginning of a longer one.</param>
public sealed record WordPhrase(IReadOnlyList<string> Words, bool IsBeginning)
{
    /// <summary>Where the phrase stands in a text: from the first character to the place after the last.</summary>
    public IEnumerable<(int Start, int End)> In(IReadOnlyList<SearchWord> text)
    {
        for (var at = 0; at + Words.Count <= text.Count; at++)
        {
            if (IsAt(text, at))
            {
                yield return (text[at].Start, text[at + Words.Count - 1].End);
            }
        }
    }

    private bool IsAt(IReadOnlyList<SearchWord> text, int at)
    {
        for (var i = 0; i < Words.Count; i++)
        {
            var word = text[at + i].Text;
            var isIt = IsBeginning && i == Words.Count - 1 ? word.StartsWith(Words[i], StringComparison.Ordinal) : word == Words[i];
            if (!isIt)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>What somebody typed to find paragraphs: all of its words must be there, those between quotation marks one after the other.</summary>
public sealed class WordQuery
{
    private const string QuotationMarks = "\"“”„‟«»＂";

    // The beginning of one letter stands for a good part of all words.
    private const int ShortestBeginning = 2;

    private WordQuery(IReadOnlyList<WordPhrase> phrases) => Phrases = phrases;

    public IReadOnlyList<WordPhrase> Phrases { get; }

    /// <summary>Whether there is no word in it.</summary>
    public bool IsEmpty => Phrases.Count == 0;

    public static WordQuery Read(string typed)
    {
        var phrases = new List<WordPhrase>();
        var piece = new StringBuilder();
        var isQuoted = false;
        foreach (var character in typed)
        {
            var isMark = QuotationMarks.Contains(character, StringComparison.Ordinal);
            if (isMark || (!isQuoted && char.IsWhiteSpace(character)))
            {
                Close(isLast: false);
                isQuoted ^= isMark;
            }
            else
            {
                piece.Append(character);
            }
        }

        // A quotation that is still being typed may end in half a word too.
        Close(isLast: true);
        return new WordQuery(phrases);

        void Close(bool isLast)
        {
            var words = SearchWords.In(piece.ToString());
            piece.Clear();
            if (words is [.., var last])
            {
                phrases.Add(new WordPhrase([.. words.Select(word => word.Text)], isLast && !last.StandsAlone && last.Text.Length >= ShortestBeginning));
            }
        }
    }

    /// <summary>As FTS5 reads it. Each phrase is in quotation marks and made of letters and digits alone, so that nothing typed is taken for a command.</summary>
    public string ToMatch() => string.Join(" AND ", Phrases.Select(phrase => $"\"{string.Join(' ', phrase.Words)}\"{(phrase.IsBeginning ? "*" : "")}"));
}
