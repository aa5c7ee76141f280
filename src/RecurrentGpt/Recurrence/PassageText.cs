using RecurrentGpt.Replies;

namespace RecurrentGpt.Recurrence;

/// <summary>Makes what a model wrote in a passage's place fit there, so that the text around it stays as it is, byte for byte, and reads as it did.</summary>
internal static class PassageText
{
    private static readonly string[] Marks = ["***", "**", "*", "___", "__", "_"];

    /// <summary>The words with the passage's own white space, line ends and quote marks around them, and with no mark of emphasis left open or doubled.</summary>
    internal static string Fit(string paragraph, Range range, string written)
    {
        var (start, length) = range.GetOffsetAndLength(paragraph.Length);
        var passage = paragraph.AsSpan(start, length);
        var words = passage.Trim();
        var lead = passage[..passage.IndexOf(words)];
        var trail = passage[(lead.Length + words.Length)..];
        var text = Quoted(words, written.Trim());
        text = WithoutDoubled(paragraph.AsSpan(0, start + lead.Length), words, paragraph.AsSpan(start + lead.Length + words.Length), text);
        text = Closed(words, text);
        return string.Concat(lead, paragraph.Contains("\r\n", StringComparison.Ordinal) ? text.ReplaceLineEndings("\r\n") : text, trail);
    }

    // Quote marks around a whole section are taken off when it is read; here they may be somebody speaking.
    private static string Quoted(ReadOnlySpan<char> words, string text) =>
        SectionText.QuotesAround(words) is var (open, close) && text.AsSpan().IndexOfAny(open, close) < 0 ? $"{open}{text}{close}" : text;

    // Within *emphasis* a model likes to write the marks again; the ones that are there stay.
    private static string WithoutDoubled(ReadOnlySpan<char> before, ReadOnlySpan<char> words, ReadOnlySpan<char> after, string text)
    {
        foreach (var mark in Marks)
        {
            var isWithin = before.EndsWith(mark, StringComparison.Ordinal) && after.StartsWith(mark, StringComparison.Ordinal);
            var isDoubled = IsWrapped(text, mark) && !IsWrapped(words, mark);
            if (isWithin && isDoubled)
            {
                return text[mark.Length..^mark.Length];
            }
        }

        return text;
    }

    private static bool IsWrapped(ReadOnlySpan<char> text, string mark) =>
        text.Length > 2 * mark.Length && text.StartsWith(mark, StringComparison.Ordinal) && text.EndsWith(mark, StringComparison.Ordinal);

    // A mark that was opened and not closed would take in the text behind the passage.
    private static string Closed(ReadOnlySpan<char> words, string text)
    {
        var open = EmphasisMarks.Open(text);
        return open.Count > 0 && EmphasisMarks.Open(words.ToString()).Count == 0 ? string.Concat([text, .. open.Reverse()]) : text;
    }
}
