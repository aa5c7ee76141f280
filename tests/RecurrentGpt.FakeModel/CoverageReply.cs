using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.FakeModel;

/// <summary>A judgement of each sentence of a plan that was sent, in turn done, partly and missing, with the paragraph's first sentence as the passage.</summary>
internal static partial class CoverageReply
{
    public static string Write(string user)
    {
        var count = int.Parse(Sentences().Match(user).Groups["n"].ValueSpan, CultureInfo.InvariantCulture);
        var passage = FirstSentence().Match(user).Groups["s"].Value;

        return string.Join('\n', Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"{i + 1}: {(i % 3) switch
        {
            0 => $"done \"{passage}\"",
            1 => $"partly \"{passage}\"",
            _ => "missing",
        }}")));
    }

    [GeneratedRegex(@"Sentences of the plan: (?<n>\d{1,4})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"= New paragraph =+\n(?<s>[^.。\n]{1,400}[.。]?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstSentence();
}
