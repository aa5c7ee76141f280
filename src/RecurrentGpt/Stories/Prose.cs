using System.Globalization;

namespace RecurrentGpt.Stories;

/// <summary>Counts words and sentences as a reader would, with and without spaces between words.</summary>
public static class Prose
{
    /// <summary>
    /// Words of a text: runs of letters and digits (with apostrophes and hyphens inside), and each Chinese or Japanese character for itself,
    /// as word processors for those languages count.
    /// </summary>
    public static int Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = 0;
        var inWord = false;
        foreach (var c in text)
        {
            if (IsIdeographOrKana(c))
            {
                words++;
                inWord = false;
            }
            else if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                words += inWord ? 0 : 1;
                inWord = true;
            }
            else
            {
                inWord &= c is '\'' or '’' or '-';
            }
        }

        return words;
    }

    /// <summary>
    /// The sentences of a text, trimmed, in order. A sentence ends at a stop followed by space or the text's end, at a full-width stop, or at a line end;
    /// closing quotes and brackets stay with the sentence that they close.
    /// </summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                Add(i);
            }
            else if (IsStop(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && (IsStop(text[end]) || IsCloser(text[end])))
                {
                    end++;
                }

                if (IsWideStop(text[i]) || end == text.Length || char.IsWhiteSpace(text[end]) || IsIdeographOrKana(text[end]))
                {
                    if (!EndsInAbbreviation(text.AsSpan(start, i - start), text.AsSpan(i)))
                    {
                        Add(end);
                    }
                }

                i = end - 1;
            }
        }

        Add(text.Length);
        return sentences;

        void Add(int end)
        {
            var sentence = text[start..end].Trim();
            start = end;
            if (sentence.Any(char.IsLetterOrDigit))
            {
                sentences.Add(sentence);
            }
        }
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

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' || IsWideStop(c);

    private static bool IsWideStop(char c) => c is '。' or '！' or '？' or '｡';

    private static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or ')' or ']' or '」' or '』' or '）' or '»' or '*' or '_';

    private static bool IsIdeographOrKana(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    // "Mr. Vane" and "J. R. Hale" are one sentence; the word before the stop tells.
    private static bool EndsInAbbreviation(ReadOnlySpan<char> before, ReadOnlySpan<char> rest)
    {
        if (rest[0] != '.' || rest.Length == 1 || rest[1] != ' ')
        {
            return false;
        }

        var word = before[(before.LastIndexOfAny(' ', '\n', '“') + 1)..];
        return word is "Mr" or "Mrs" or "Ms" or "Dr" or "St" or "Prof" or "Capt" or "Lt" or "Sgt" or "Jr" or "Sr" or "vs" or "etc"
            || (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I');
    }
}
