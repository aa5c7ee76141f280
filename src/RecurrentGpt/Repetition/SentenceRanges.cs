using RecurrentGpt.Stories;

namespace RecurrentGpt.Repetition;

/// <summary>The sentences of a text with their places.</summary>
internal static class SentenceRanges
{
    internal static IReadOnlyList<(int Start, int End)> Of(string text)
    {
        var ranges = new List<(int Start, int End)>();
        var from = 0;
        foreach (var sentence in Prose.Sentences(text))
        {
            var start = text.IndexOf(sentence, from, StringComparison.Ordinal);
            from = start + sentence.Length;
            ranges.Add((start, from));
        }

        return ranges;
    }

    /// <summary>The sentence that holds a place.</summary>
    internal static string At(string text, int place)
    {
        var (start, end) = Of(text).First(range => place < range.End);
        return text[start..end];
    }
}
