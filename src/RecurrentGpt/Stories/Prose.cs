using System.Globalization;

namespace RecurrentGpt.Stories;

/// <summary>Counts words and sentences as a reader would, with and without spaces between words.</summary>
public static class Prose
{
    /// <summary>
    /// Words of a text: runs of letters and digits (with apostrophes and hyphens inside), and each Chinese or Japanese character for itself,
    /// as word processors for those languages count. In Thai, Lao, Burmese and Khmer, which part no words, four letters are taken for a word.
    /// </summary>
    public static int Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return WordCount.Of(text);
    }

    /// <summary>
    /// The sentences of a text, trimmed, in order. A sentence ends at a stop followed by space or the text's end, at a full-width stop, or at a line end;
    /// closing quotes and brackets stay with the sentence that they close. It goes on behind a quotation where a small letter or a particle follows
    /// (“Why?” he asked; 「行こう。」と言った), and behind an ellipsis that only pauses. Each sentence by itself is one sentence again.
    /// </summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new SentenceScanner(text).Read();
    }

    /// <summary>
    /// Whether two texts have the same words in the same order, whatever their case, white space and punctuation: then nothing that was made of the words of one
    /// is untrue of the other.
    /// </summary>
    public static bool HasSameWords(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (i, j) = (0, 0);
        while (true)
        {
            var first = NextWord(left, ref i);
            var second = NextWord(right, ref j);
            if (!first.Equals(second, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            if (first.IsEmpty)
            {
                return true;
            }
        }
    }

    // Empty at the end of the text.
    private static ReadOnlySpan<char> NextWord(string text, ref int at)
    {
        while (at < text.Length && !IsOfWord(text[at]))
        {
            at++;
        }

        var start = at;
        while (at < text.Length && IsOfWord(text[at]))
        {
            at++;
        }

        return text.AsSpan(start, at - start);
    }

    // Half of a pair may be of a letter beyond the first 65,536, or of a sign; both count.
    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
