using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Models;

/// <summary>Makes what a server said fit to be shown: one line, not long, and without a key, even if the server repeats it.</summary>
internal sealed partial class SafeDetail(string? key)
{
    private const int Longest = 300;

    // As it stands, and as an address, a web page or a header that names a user would write it.
    private readonly IReadOnlyList<string> _keys = string.IsNullOrEmpty(key)
        ? []
        : [key, Uri.EscapeDataString(key), WebUtility.HtmlEncode(key), Convert.ToBase64String(Encoding.UTF8.GetBytes(key))];

    public string Of(string said)
    {
        var shown = _keys.Aggregate(said, (text, form) => text.Replace(form, "…", StringComparison.OrdinalIgnoreCase));
        shown = Keys().Replace(shown, "…");
        shown = Blanks().Replace(shown, " ").Trim();

        return shown.Length <= Longest ? shown : string.Concat(shown.AsSpan(0, Longest), "…");
    }

    [GeneratedRegex(@"\b(?:sk|key)-[\w*.-]{4,}|(?<=Bearer )\S+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Keys();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Blanks();
}
