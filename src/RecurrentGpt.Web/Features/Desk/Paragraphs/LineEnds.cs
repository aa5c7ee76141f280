namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

/// <summary>Line ends of a text that went through a text area, where each is one "\n" whatever it was before.</summary>
internal static class LineEnds
{
    /// <summary>Whether a text is the one from before, but for its line ends.</summary>
    public static bool AreAllThatDiffers(string before, string typed) => ToFeeds(before) == ToFeeds(typed);

    /// <summary>The typed text with the line ends of the one before.</summary>
    public static string AsIn(string before, string typed) =>
        before.Contains("\r\n", StringComparison.Ordinal) ? ToFeeds(typed).Replace("\n", "\r\n", StringComparison.Ordinal) : typed;

    private static string ToFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
