using RecurrentGpt.Stories;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Puts a sentence into a text, or takes one out.</summary>
public static class MemorySentences
{
    /// <summary>The text with one more sentence, with the white space between them that their script asks for.</summary>
    public static string Append(string text, string sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentException.ThrowIfNullOrWhiteSpace(sentence);
        var whole = text.TrimEnd();
        var last = Prose.Sentences(whole) is [.., var end] ? end : "";
        return last.Length == 0 ? sentence : whole + Spacing.Fit(last, Terms.IsWide(sentence[0]) ? "" : " ", sentence) + sentence;
    }

    /// <summary>The sentences that a selection touches; for a cursor, the one that it stands in, or behind.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The first UTF-16 code unit of the selection.</param>
    /// <param name="end">Just behind its last one; the same as <paramref name="start"/> for a cursor.</param>
    public static IReadOnlyList<string> At(string text, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = SentenceSpan.Of(text);
        IReadOnlyList<string> selected = [.. sentences.Where(span => span.Start < end && span.End > start).Select(span => span.Text)];
        return selected.Count > 0 ? selected : [.. sentences.Where(span => span.Start <= start).TakeLast(1).Select(span => span.Text)];
    }

    /// <summary>The text without the first sentence of these words; the same text when it has none.</summary>
    public static string Without(string text, string sentence)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = SentenceSpan.Of(text);
        var place = sentences.Index().FirstOrDefault(item => item.Item.Text == sentence, (Index: -1, default)).Index;
        return place < 0 ? text : TextEdit.Remove(text, sentences, place);
    }
}
