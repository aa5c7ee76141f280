using System.Text.RegularExpressions;
using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>Whether a stop condition has come to pass.</summary>
/// <param name="IsMet">Whether it has.</param>
/// <param name="Passage">The passage that shows it, as the paragraph has it; as the model wrote it where the paragraph has it not; empty when nothing was quoted, or the condition is not met.</param>
public sealed partial record StopVerdict(bool IsMet, string Passage)
{
    private const string Yes = "yes";
    private const string No = "no";

    /// <summary>Whether <see cref="Passage"/> stands in the paragraph. One that does not stops a run all the same: better to stop than to run on.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Reads what a run of a judgement, or of a choice with a stop condition, has proposed.</summary>
    /// <param name="proposal">The sections as they are stored with the run.</param>
    /// <param name="paragraph">The paragraph that was judged, as it was then.</param>
    /// <exception cref="InvalidOperationException">The run judged nothing.</exception>
    public static StopVerdict Read(IReadOnlyDictionary<Section, string> proposal, string paragraph)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(paragraph);
        if (Judged(proposal.GetValueOrDefault(Section.Verdict, "")) is not { } isMet)
        {
            throw new InvalidOperationException("The run judged no stop condition.");
        }

        var said = isMet ? proposal.GetValueOrDefault(Section.VerdictPassage, "") : "";
        var finder = new PassageFinder(paragraph);
        var found = Quotation.Candidates(said).Prepend(said).Select(finder.Find).FirstOrDefault(passage => passage.Length > 0, "");
        return new StopVerdict(isMet, found.Length > 0 ? found : said) { IsQuoted = found.Length > 0 };
    }

    /// <exception cref="InvalidOperationException">The condition is over its limit.</exception>
    internal static void CheckCondition(string condition)
    {
        if (condition.Length > StoryLimits.Wish)
        {
            throw new InvalidOperationException($"A stop condition has at most {StoryLimits.Wish} characters.");
        }
    }

    /// <summary>The judgement in a section; null where there is none.</summary>
    public static bool? Judged(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var first = FirstWord().Match(text);
        if (first.Success)
        {
            return first.Groups["yes"].Success;
        }

        // Said in a sentence. Where something is denied, but it cannot be told what, the model is asked again.
        return Denied().IsMatch(text) ? false : Said().IsMatch(text) && !Negation().IsMatch(text) ? true : null;
    }

    /// <summary>What is kept of the sections of a reply: yes or no, and with a yes the passage.</summary>
    /// <param name="sections">The sections, with a verdict that <see cref="Judged"/> can read.</param>
    public static IReadOnlyDictionary<Section, string> ToProposal(IReadOnlyDictionary<Section, string> sections)
    {
        ArgumentNullException.ThrowIfNull(sections);
        var isMet = Judged(sections[Section.Verdict]) is true;
        var proposal = new Dictionary<Section, string> { [Section.Verdict] = isMet ? Yes : No };
        if (isMet && sections.TryGetValue(Section.VerdictPassage, out var passage) && !None().IsMatch(passage))
        {
            proposal[Section.VerdictPassage] = passage;
        }

        return proposal;
    }

    [GeneratedRegex(@"\A[^\p{L}\p{N}]*(?:(?<yes>(?:yes|true|met)\b|是的|是(?!否)|对|已经|已|满足|はい|満た(?!さ)|成立)|(?<no>(?:no|not|false|unmet)\b|否|不|没|未|尚未|いいえ|いえ|まだ|なし))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstWord();

    [GeneratedRegex(
        @"\b(?:not|no|never|nothing|nobody|none|\w+n['’]t)\b(?:\W+\w+){0,5}?\W+(?:met|fulfilled|happen(?:s|ed)?|occur(?:s|red)?|pass)\b|[没未不].{0,4}(?:满足|发生|应验|出现)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Denied();

    [GeneratedRegex(@"\b(?:yes|true|met|fulfilled|happens|happened|occurs|occurred|com(?:e|es)\s+to\s+pass|came\s+to\s+pass)\b|满足|发生|应验", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Said();

    [GeneratedRegex(@"\b(?:not|no|never|nothing|nobody|none|\w+n['’]t)\b|[没未不]|(?<!是)否", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Negation();

    [GeneratedRegex(@"\A[^\p{L}\p{N}]*(?:none|nothing|n/?a|no\s+passage|无|没有|なし|無し|該当なし|特になし)?[^\p{L}\p{N}]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex None();
}
