namespace RecurrentGpt.Web.Features.Kept;

/// <summary>
/// What the browser keeps of a text box until its text is stored. A box says by "data-keep" whose text it holds and by "data-stored" which text is stored;
/// wwwroot/js/kept.js does the rest.
/// </summary>
internal static class KeptText
{
    /// <summary>The mark of an empty text.</summary>
    public static string None { get; } = Mark("");

    /// <summary>A mark by which two texts are told apart without sending them: the same as that of kept.js. Line ends count as in a text box, where each is one character.</summary>
    public static string Mark(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (length, hash) = (0, 0x811c9dc5);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at] == '\r' ? '\n' : text[at];
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
            hash = unchecked((hash ^ letter) * 0x01000193);
            length++;
        }

        return $"{length}-{hash:x}";
    }
}
