namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Words in a picture are not cut by the browser, so they are cut to the room there is.</summary>
internal static class SvgWords
{
    private const char FirstWide = '\u2E80'; // from here on are mostly letters as wide as high

    /// <param name="room">In letters of usual width.</param>
    public static string Fit(string text, int room)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            width += text[i] >= FirstWide ? 2 : 1;
            if (width > room)
            {
                return $"{text[..(i > 0 && char.IsHighSurrogate(text[i - 1]) ? i - 1 : i)].TrimEnd()}…";
            }
        }

        return text;
    }
}
