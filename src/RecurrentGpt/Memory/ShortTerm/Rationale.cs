using System.Text.RegularExpressions;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>Parts a rationale into its clauses: under labels ("Dropped: …; Added: …"), in prose, in English and Chinese. Total over any text.</summary>
internal static partial class Rationale
{
    internal static IReadOnlyList<RationaleClause> ClausesOf(string rationale)
    {
        var clauses = new List<RationaleClause>();
        var leaning = Leaning.None;
        foreach (var (place, span) in SentenceSpan.Of(Unquoted(rationale)).Index())
        {
            foreach (var (start, length) in Parts(span))
            {
                var text = rationale.Substring(span.Start + start, length).Trim(' ', ';', '；', ',', '，');
                leaning = LeaningOf(text, leaning);
                clauses.Add(new RationaleClause(text, leaning, place));
            }
        }

        return [.. clauses.Where(clause => clause.Text.Any(char.IsLetterOrDigit))];
    }

    /// <summary>The clause as a note beside the sentence that it speaks of: without the label, and without the sentence where it is quoted.</summary>
    internal static string NoteOf(string clause, string sentence)
    {
        var bare = Quotation().Replace(clause, quote => quote.Value.Contains(sentence, StringComparison.Ordinal) ? "" : quote.Value);
        return Label().Replace(bare, "").Trim(' ', ':', '：', ',', '，', ';', '；', '.', '。');
    }

    // A memory that is quoted has sentences of its own; they are no clauses. The stop before the closing quote stays, since it ends the clause too.
    private static string Unquoted(string rationale) => Quotation().Replace(rationale, quote =>
        string.Concat(quote.ValueSpan[..1], new string('x', Math.Max(0, quote.Length - 3)), quote.Length > 2 ? quote.ValueSpan[^2..] : quote.ValueSpan[1..]));

    private static IEnumerable<(int Start, int Length)> Parts(SentenceSpan sentence)
    {
        var start = 0;
        foreach (var (at, length) in ClauseBreak().Matches(sentence.Text).Select(match => (match.Groups["break"].Index, match.Groups["break"].Length)))
        {
            yield return (start, at - start);
            start = at + length;
        }

        yield return (start, sentence.Text.Length - start);
    }

    private static Leaning LeaningOf(string clause, Leaning before)
    {
        var lead = Lead().Match(clause);
        if (lead.Success)
        {
            return Of(lead);
        }

        // Under a label all clauses belong to it; in prose each sentence says for itself what it speaks of.
        var spoken = Spoken().Matches(clause).Select(Of).Distinct().ToList();
        return spoken is [var only] ? only : before;

        static Leaning Of(Match match) => match.Groups["drop"].Success ? Leaning.Dropped : match.Groups["add"].Success ? Leaning.Added : Leaning.Kept;
    }

    private const string Drop = "dropped|drop|dropping|removed|remove|removing|let go|left out|forgotten|deleted|omitted|cut";

    private const string Add = "added|add|adding|included|inserted|brought in|new";

    private const string Keep = "kept|keep|keeping|retained|retain|unchanged";

    // Of what was reworded a rationale says either that it was dropped and added, or this; it leans to neither.
    private const string Reword = "reworded|rephrased|changed|updated";

    private const string WideDrop = "删去|删除|删掉|去掉|去除|舍去|放下|略去|移除|丢掉|不再保留|削除|省い|省く|取り除|外し|落とし";

    private const string WideAdd = "加上|加入|新增|新加|添加|增加|补充|补上|新写|追加|加え|書き足";

    [GeneratedRegex(@"^[\s\-*•“""]*(?:i |we |now |then )?(?:(?<drop>" + Drop + ")|(?<add>" + Add + ")|(?<keep>" + Keep + @"))\b|^[\s\-*•]*(?:(?<drop>" + WideDrop + ")|(?<add>" + WideAdd + ")|(?<keep>保留|残し|維持))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:(?<drop>dropped|removed|let go|left out|deleted|omitted)|(?<add>added|included|inserted|brought in)|(?<keep>kept|retained))\b|(?<drop>" + WideDrop + ")|(?<add>" + WideAdd + ")|(?<keep>保留|残し|維持)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"(?<break>[;；])|(?<break>,?\s+(?:and|but)\s+)(?:i |we )?(?:added|dropped|removed|kept|adding|dropping)\b|(?<break>，)(?:并|又|也|同时)?(?:" + WideDrop + "|" + WideAdd + "|保留)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ClauseBreak();

    [GeneratedRegex(@"^[\s\-*•]*(?:(?:" + Drop + "|" + Add + "|" + Keep + "|" + Reword + @")|(?:" + WideDrop + "|" + WideAdd + @"|保留|残した|維持|改写|修改|変更)(?:的|了|内容|した|したもの)?)\**\s*[:：]\**\s*(?:that\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    [GeneratedRegex("“[^“”]*”|\"[^\"\n]*\"|「[^「」]*」|『[^『』]*』", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Quotation();
}
