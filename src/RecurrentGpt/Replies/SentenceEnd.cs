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
        while (end > 0 && (char.IsWhiteSpace(text[end - 1]) || Quotes.Contains(text[end - 1], StringComparison.Ordinal) || Trailing.Contains(text[end - 1], StringComparison.Ordinal)))
        {
            isQuoted |= Quotes.Contains(text[end - 1], StringComparison.Ordinal);
            end--;
        }

        return end > 0 && (Marks.Contains(text[end - 1], StringComparison.Ordinal) || IsBrokenOff(text[end - 1], isQuoted) || IsWithoutStops(text[end - 1]));
    }

    // "But—" in quotes is somebody who was interrupted; without them it is a model that was.
    private static bool IsBrokenOff(char last, bool isQuoted) => isQuoted && (last is '—' or '–' or '-');

    // Thai and Lao put a space where others put a full stop.
    private static bool IsWithoutStops(char last) => last is >= '\u0E00' and <= '\u0EFF';
}
