using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>The terms by which two sentences are compared: words without their usual endings, and each two Chinese or Japanese characters that stand side by side.</summary>
internal static class Terms
{
    private static readonly FrozenSet<string> FillWords = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "from", "for", "with", "by", "as", "is", "are", "was", "were", "be", "been", "being", "am",
        "has", "have", "had", "having", "does", "did", "do", "not", "no", "it", "its", "he", "she", "they", "him", "her", "his", "them", "their", "that", "this", "these",
        "those", "who", "whom", "what", "which", "there", "here", "then", "than", "so", "if", "into", "onto", "out", "up", "down", "off", "over", "will", "would", "can",
        "could", "one", "when", "where", "why", "how", "because", "since", "while", "now", "still", "yet", "again", "only", "just", "any", "more", "most", "some", "all",
        "nothing", "nobody", "i", "you", "we", "us", "our", "your", "my", "me", "about", "after", "before", "until", "also", "too", "very", "next", "new",
    ]);

    // One of the first makes two characters say nothing; of the second it takes two.
    private const string FillCharacters = "的了在是和与也就都而及着或";
    private const string LightCharacters = "一不有他她它我你们这那个还把被从到";

    /// <summary>Every term of a text in order, and whether it is one of those that every text has.</summary>
    internal static IEnumerable<(string Term, bool IsFill)> All(string text)
    {
        var normal = text.Normalize(NormalizationForm.FormKC).ToLower(CultureInfo.InvariantCulture).Replace('’', '\'');
        for (var start = 0; start < normal.Length;)
        {
            var end = EndOfRun(normal, start);
            if (end == start)
            {
                start++;
                continue;
            }

            var run = normal[start..end];
            start = end;
            foreach (var term in IsWide(run[0]) ? Wide(run) : [(Stem(run), FillWords.Contains(run))])
            {
                yield return term;
            }
        }
    }

    /// <summary>The terms that say what a text is about.</summary>
    internal static HashSet<string> Telling(string text) => [.. All(text).Where(term => !term.IsFill).Select(term => term.Term)];

    /// <summary>Whether a word only holds a sentence together.</summary>
    internal static bool IsFill(string word) => FillWords.Contains(word);

    /// <summary>Whether a character is written without spaces around words.</summary>
    internal static bool IsWide(char c) => Script.IsUnspaced(c);

    /// <summary>A word without the endings that change with number and tense. Two forms of a word need only come out the same.</summary>
    internal static string Stem(string word)
    {
        var bare = word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word;
        foreach (var ending in (string[])["ies", "ing", "ed", "es", "s"])
        {
            if (bare.Length >= ending.Length + 3 && bare.EndsWith(ending, StringComparison.Ordinal) && !bare.EndsWith("ss", StringComparison.Ordinal))
            {
                bare = bare[..^ending.Length] + (ending == "ies" ? "y" : "");
                break;
            }
        }

        // "dropped" and "drop", "live" and "living".
        return bare.Length > 4 && bare[^1] == bare[^2] ? bare[..^1] : bare.Length > 3 && bare[^1] == 'e' ? bare[..^1] : bare;
    }

    private static int EndOfRun(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (end > start && text[end] == '\'')) && IsWide(text[end]) == IsWide(text[start]))
        {
            end++;
        }

        return end;
    }

    private static IEnumerable<(string Term, bool IsFill)> Wide(string run)
    {
        if (run.Length == 1)
        {
            yield return (run, IsFill(run[0], run[0]));
        }

        for (var at = 0; at + 1 < run.Length; at++)
        {
            yield return (run.Substring(at, 2), IsFill(run[at], run[at + 1]));
        }
    }

    // Of Japanese the parts in hiragana are endings and particles, but for the ending behind a Chinese character: it tells one verb from another.
    private static bool IsFill(char first, char second) =>
        Script.IsHiragana(first) || (Script.IsHiragana(second) && Script.IsKana(first)) || FillCharacters.Contains(first, StringComparison.Ordinal) || FillCharacters.Contains(second, StringComparison.Ordinal)
        || (LightCharacters.Contains(first, StringComparison.Ordinal) && LightCharacters.Contains(second, StringComparison.Ordinal));
}
