using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Commands;

/// <summary>Reads a length of time as it is typed: 2h, 30m, 45s, or 1h30m.</summary>
internal static partial class TimeLimit
{
    /// <summary>Null for anything else, for nothing, and for more than 999 hours.</summary>
    public static TimeSpan? Read(string text)
    {
        var parts = Form().Match(text);
        var time = new TimeSpan(Part(parts, "h"), Part(parts, "m"), Part(parts, "s"));
        return time > TimeSpan.Zero ? time : null;
    }

    private static int Part(Match parts, string name) => parts.Groups[name] is { Success: true } part ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^((?<h>\d{1,3})h)?((?<m>\d{1,5})m)?((?<s>\d{1,6})s)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();
}
