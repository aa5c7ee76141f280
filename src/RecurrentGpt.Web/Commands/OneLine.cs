namespace RecurrentGpt.Web.Commands;

/// <summary>A text on one line and in one field of it: words with single spaces between them.</summary>
internal static class OneLine
{
    public static string Of(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
