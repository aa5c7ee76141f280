namespace RecurrentGpt.Replies;

/// <summary>Whether a text ends where a sentence ends, in the scripts that mark it.</summary>
internal static class SentenceEnd
{
    private const string Marks = ".!?…。！？．｡～।॥؟۔።";
    private const string Quotes = "\"'”’」』»›";
    private const string Trailing = ")]）】》*_`";

    internal static bool Ends(ReadOnlySpan<char> text)
    {
        var end = text.Length;
        var isQuoted = false;
        for (; end > 0 && Closes(text[end - 1]); end--)
        {
            isQuoted |= Quotes.Contains(text[end - 1], StringComparison.Ordinal);
        }

        return end > 0 && text[end - 1] is var last
            && (Marks.Contains(last, StringComparison.Ordinal) || IsBrokenOff(last, isQuoted) || IsWithoutStops(last));
    }

    private static bool Closes(char c) =>
        char.IsWhiteSpace(c) || Quotes.Contains(c, StringComparison.Ordinal) || Trailing.Contains(c, StringComparison.Ordinal);

    // "But—" in quotes is somebody who was interrupted; without them it is a model that was.
    private static bool IsBrokenOff(char last, bool isQuoted) => isQuoted && (last is '—' or '–' or '-');

    // Thai and Lao put a space where others put a full stop.
    private static bool IsWithoutStops(char last) => last is >= '\u0E00' and <= '\u0EFF';
}
