namespace RecurrentGpt.Web.Features.Desk.Paragraphs;

internal static class SafeLink
{
    /// <summary>Whether a link may be followed: only to web pages and mail.</summary>
    public static bool IsSafe(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeMailto);
}
