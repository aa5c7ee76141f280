using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>What a reply says of one sentence.</summary>
/// <param name="Number">The number that it gives the sentence.</param>
/// <param name="Text">All behind the number, up to the next one.</param>
internal readonly record struct CoverageLine(int Number, string Text);

/// <summary>Parts a reply at the numbers that begin its lines.</summary>
internal static partial class CoverageLines
{
    private const string ChineseDigits = "零一二三四五六七八九";

    internal static IEnumerable<CoverageLine> Split(string reply)
    {
        var starts = Starts().Matches(reply);
        for (var i = 0; i < starts.Count; i++)
        {
            var from = starts[i].Index + starts[i].Length;
            var to = i + 1 < starts.Count ? starts[i + 1].Index : reply.Length;
            yield return new CoverageLine(NumberOf(starts[i].Groups["n"].Value), reply[from..to].Trim());
        }
    }

    private static int NumberOf(string digits)
    {
        if (char.IsDigit(digits[0]))
        {
            return digits.Aggregate(0, (number, digit) => (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit));
        }

        var ten = digits.IndexOf('十', StringComparison.Ordinal);
        return ten < 0
            ? ChineseDigits.IndexOf(digits[0], StringComparison.Ordinal)
            : ((ten > 0 ? ChineseDigits.IndexOf(digits[0], StringComparison.Ordinal) : 1) * 10) + (ten + 1 < digits.Length ? ChineseDigits.IndexOf(digits[^1], StringComparison.Ordinal) : 0);
    }

    // Decoration, perhaps the word "sentence", the number, and something that parts it from what follows; a quotation never begins one.
    [GeneratedRegex(
        """^[^\p{L}\p{N}\n"“”「『«‘'`]{0,12}(?:(?:plan\s+)?sentence|句子|句|第|no)?[^\p{L}\p{N}\n"“”「『«]{0,6}(?<n>\p{Nd}{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:\s*句)?(?=[\s\p{P}\p{S}])""",
        RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Starts();
}
