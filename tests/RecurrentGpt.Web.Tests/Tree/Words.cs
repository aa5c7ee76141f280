using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>Words that stand in no language, so that each tells where a text comes from.</summary>
internal static partial class Words
{
    /// <summary>The word with a number: never a part of another one.</summary>
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"zq{number:D6}qz");

    public static IReadOnlyList<string> In(string text) => [.. Pattern().Matches(text).Select(match => match.Value).Distinct()];

    [GeneratedRegex("zq[0-9]{6}qz", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern();
}
