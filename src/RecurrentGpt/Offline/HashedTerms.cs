using System.Collections.Frozen;
using System.Text;

namespace RecurrentGpt.Offline;

/// <summary>The terms of a text as hashes with their weights: whole words, runs of 3 to 5 letters inside them, and runs of 1 or 2 Chinese characters.</summary>
internal static class HashedTerms
{
    private const float Word = 1f;
    private const float LetterRun = 0.22f;
    private const float OneCharacter = 0.35f;
    private const float TwoCharacters = 1f;
    private const float OfStopWord = 0.08f;

    private static readonly FrozenSet<string> StopWords = FrozenSet.ToFrozenSet(
    [
        "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "from", "for", "with", "by", "as", "is", "are", "was", "were", "be", "been",
        "has", "have", "had", "does", "did", "do", "not", "no", "it", "its", "he", "she", "they", "him", "her", "his", "them", "their", "that", "this",
        "who", "what", "which", "there", "then", "than", "so", "if", "into", "out", "up", "down", "will", "would", "can", "could", "one", "when", "where",
    ]);

    private const string StopCharacters = "的了在是和与也就都而及着或一不有他她它我你们这那个";

    internal static IEnumerable<(ulong Hash, float Weight)> Of(string text)
    {
        var counts = new Dictionary<ulong, (int Count, float Weight)>();
        foreach (var (term, weight) in Terms(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant()))
        {
            var hash = StableHash.Of(0, term);
            var (count, known) = counts.GetValueOrDefault(hash);
            counts[hash] = (count + 1, Math.Max(known, weight));
        }

        return counts.Select(term => (term.Key, term.Value.Weight * (1 + MathF.Log(term.Value.Count))));
    }

    private static IEnumerable<(string Term, float Weight)> Terms(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfRun(text, start);
            var run = text[start..Math.Max(end, start + 1)];
            start += run.Length;
            var terms = end == start - run.Length ? [] : IsWide(run[0]) ? WideTerms(run) : LetterTerms(run);
            foreach (var term in terms)
            {
                yield return term;
            }
        }
    }

    private static int EndOfRun(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end]) && IsWide(text[end]) == IsWide(text[start]))
        {
            end++;
        }

        return end;
    }

    private static IEnumerable<(string Term, float Weight)> LetterTerms(string word)
    {
        var stop = StopWords.Contains(word);
        yield return ("w:" + word, stop ? OfStopWord : Word);
        if (stop)
        {
            yield break;
        }

        var padded = $"<{word}>";
        for (var length = 3; length <= 5; length++)
        {
            for (var at = 0; at + length <= padded.Length; at++)
            {
                yield return (padded.Substring(at, length), LetterRun);
            }
        }
    }

    private static IEnumerable<(string Term, float Weight)> WideTerms(string run)
    {
        for (var at = 0; at < run.Length; at++)
        {
            var stop = StopCharacters.Contains(run[at], StringComparison.Ordinal);
            yield return (run.Substring(at, 1), stop ? OfStopWord : OneCharacter);
            if (at + 1 < run.Length)
            {
                var next = StopCharacters.Contains(run[at + 1], StringComparison.Ordinal);
                yield return (run.Substring(at, 2), stop || next ? OfStopWord : TwoCharacters);
            }
        }
    }

    private static bool IsWide(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uAC00' and <= '\uD7AF');
}
