namespace RecurrentGpt.Web.Features.Desk;

internal static class TabKeys
{
    /// <summary>The tab that a key goes to, in a row of <paramref name="count"/>; null for a key that has other work to do.</summary>
    public static int? To(string key, int from, int count) => key switch
    {
        "ArrowRight" => (from + 1) % count,
        "ArrowLeft" => (from + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => null,
    };
}
