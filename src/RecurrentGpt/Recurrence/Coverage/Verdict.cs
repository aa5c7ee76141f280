using System.Text.RegularExpressions;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence.Coverage;

/// <summary>Finds the word of judgement, English or Chinese, or the sign that stands for it.</summary>
internal static partial class Verdict
{
    /// <summary>The judgement; null where there is none, or where all that were offered are repeated.</summary>
    internal static CoverageMark? Find(string text)
    {
        // What is quoted from the paragraph is no judgement, unless nothing stands outside it.
        var outside = Quotation.Without(text);
        var match = Words().Match(outside);
        if (!match.Success || Echo().IsMatch(outside))
        {
            return null;
        }

        return match.Groups["partly"].Success ? CoverageMark.Partly : match.Groups["missing"].Success ? CoverageMark.Missing : CoverageMark.Done;
    }

    [GeneratedRegex(
        """
        (?<missing>\b(?:not|never|isn['’]t|un)[\s-]*(?:yet\s+|been\s+)?(?:at\s+all|done|covered|carried|found|present|there|fulfilled|met|addressed)\b|\b(?:missing|absent|omitted|skipped|lacking|none)\b
        |未(?:被)?(?:完成|做到|覆盖|体现|实现|提及|出现)?|没有(?:完成|做到|覆盖|体现|实现|提及|出现)?|缺失|缺少|缺|遗漏|(?:達成|実行|実現|描写|描か)(?:され?|れ)?て(?:い)?ない|未達成|欠落|不足|なし|✗|✘|❌|✖)
        |(?<partly>\b(?:partly|partially|partial|mostly|somewhat|half)(?:[\s-]+(?:done|covered|carried))?\b|\b(?:in|done\s+in)\s+part\b|部分(?:地)?(?:完成|做到|覆盖|体现|实现)?|一部分|一部|部分的|半|◐|🟡|⚠)
        |(?<done>\b(?:done|covered|fulfilled|completed?|fully|achieved|met|present)\b|(?:已经|已)?(?:完成|做到|覆盖|体现|实现)|達成|完了|済み|実行|実現|描かれ|✓|✔|✅|☑)
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"done\W{1,5}(?:or\s+)?partly\W{1,5}(?:or\s+)?missing", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Echo();
}
