namespace RecurrentGpt.Offline;

/// <summary>Cuts a reply into the pieces that it is streamed in: a word with the space before it, or two Chinese characters.</summary>
internal static class Pieces
{
    private const int WidePiece = 2;

    internal static IEnumerable<string> Of(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && !Breaks(text, start, end))
            {
                end++;
            }

            yield return text[start..end];
            start = end;
        }
    }

    private static bool Breaks(string text, int start, int at) =>
        (char.IsWhiteSpace(text[at]) && !char.IsWhiteSpace(text[at - 1])) || (text[at] >= '\u2E80' && at - start >= WidePiece);
}
