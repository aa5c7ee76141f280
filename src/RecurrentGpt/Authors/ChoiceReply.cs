using System.Globalization;
using System.Text.RegularExpressions;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>Reads what the simulated author has chosen. All that it needs is kept with the run, so that it can be read again after a restart.</summary>
public static partial class ChoiceReply
{
    private const string Numbers = "一二三四五六七八九";

    /// <summary>The choice that a run of the simulated author has proposed.</summary>
    /// <param name="proposal">The sections as they are stored with the run.</param>
    /// <param name="parent">The step whose plans were chosen from. A plan that is locked by now is followed as it stands.</param>
    /// <param name="picks">The author's own choices on the path to it, those that were shown among them.</param>
    /// <exception cref="InvalidOperationException">The run chose nothing, or the step offers that plan no more.</exception>
    public static PlanChoice Read(IReadOnlyDictionary<Section, string> proposal, Step parent, IReadOnlyList<PastPick> picks)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        ArgumentNullException.ThrowIfNull(parent);
        ArgumentNullException.ThrowIfNull(picks);
        var number = NumberIn(proposal.GetValueOrDefault(Section.Choice, ""), parent.Plans) ?? throw new InvalidOperationException("No plan was chosen that the step still offers.");
        var offered = parent.Plans.First(plan => plan.Number == number);
        var followed = FollowedIn(proposal.GetValueOrDefault(Section.FollowedChoice, ""), picks);
        var text = offered.IsLocked ? offered.Text : proposal.GetValueOrDefault(Section.RevisedPlan, offered.Text);
        return new PlanChoice(new Plan(text, PlanSource.Autopilot), AuthorKind.Simulated, number)
        {
            Reason = proposal.GetValueOrDefault(Section.ChoiceReason, ""),
            Offered = offered.Text,
            FollowedStepId = followed?.StepId,
            FollowedNumber = followed?.Number,
        };
    }

    /// <summary>The plan that a section names, by its number or by its whole text; null when that is none of those offered.</summary>
    public static int? NumberIn(string text, IReadOnlyList<OfferedPlan> offered)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(offered);
        var usable = offered.Where(plan => !string.IsNullOrWhiteSpace(plan.Text)).ToList();
        var quoted = usable.Where(plan => text.Contains(plan.Text.Trim(), StringComparison.Ordinal)).ToList();
        var number = quoted is [var only] ? only.Number : First(text) ?? Named(text);
        return usable.Exists(plan => plan.Number == number) ? number : null;
    }

    /// <summary>The past choice that a section names by the number of its paragraph; null when it names none of those.</summary>
    internal static PastPick? FollowedIn(string text, IReadOnlyList<PastPick> picks) => First(text) is { } number ? picks.FirstOrDefault(pick => pick.Number == number) : null;

    /// <summary>What is kept of the sections of a reply: numbers as digits, and nothing that was not asked for.</summary>
    /// <param name="sections">The sections, with a choice that <see cref="NumberIn"/> can read, a reason, and a verdict where one was asked for.</param>
    /// <param name="request">What was asked for.</param>
    public static IReadOnlyDictionary<Section, string> ToProposal(IReadOnlyDictionary<Section, string> sections, ChoiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(sections);
        ArgumentNullException.ThrowIfNull(request);
        var number = NumberIn(sections[Section.Choice], request.Plans)!.Value;
        var proposal = new Dictionary<Section, string> { [Section.Choice] = Digits(number), [Section.ChoiceReason] = sections[Section.ChoiceReason] };
        if (FollowedIn(sections.GetValueOrDefault(Section.FollowedChoice, ""), request.Shown) is { } followed)
        {
            proposal[Section.FollowedChoice] = Digits(followed.Number);
        }

        if (request.Form.Sections.Contains(Section.RevisedPlan) && sections.TryGetValue(Section.RevisedPlan, out var revised) && MayStandFor(request, number, revised))
        {
            proposal[Section.RevisedPlan] = revised;
        }

        foreach (var (section, text) in request.Order.StopCondition.Length > 0 ? StopVerdict.ToProposal(sections) : new Dictionary<Section, string>())
        {
            proposal[section] = text;
        }

        return proposal;
    }

    // Who says "none" instead of an outline leaves the plan as it was offered.
    private static bool MayStandFor(ChoiceRequest request, int number, string revised) =>
        request.Plans.First(plan => plan.Number == number) is { IsLocked: false } && revised.Length <= StoryLimits.Plan && Prose.Sentences(revised).Count > 1;

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? First(string text) => Beginning().Match(text) is { Success: true } match ? ToNumber(match.Groups["n"].Value) : null;

    // Somewhere in a sentence; where several plans are named, none is chosen.
    private static int? Named(string text)
    {
        var named = Mentioned().Matches(text).Select(match => ToNumber(match.Groups["n"].Value)).Distinct().ToList();
        return named.Count == 1 ? named[0] : null;
    }

    private static int? ToNumber(string word) => word.ToLowerInvariant() switch
    {
        "one" or "first" => 1,
        "two" or "second" => 2,
        "three" or "third" => 3,
        [var digit] when Numbers.Contains(digit, StringComparison.Ordinal) => Numbers.IndexOf(digit, StringComparison.Ordinal) + 1,
        var digits => digits.Aggregate(0, (number, digit) => (number * 10) + CharUnicodeInfo.GetDecimalDigitValue(digit)),
    };

    [GeneratedRegex(
        @"\A[^\p{L}\p{N}]*(?:(?:the|my|choice|chosen|plan|instruction|option|number|no|nr|paragraph|past|第|计划|指令|方案|选项|选择|选|走向|段落|計画|指示|プラン|案|選択肢|選択)[^\p{L}\p{N}]*){0,4}(?<n>\p{Nd}{1,6}(?!\p{Nd})|(?:one|two|three|first|second|third)\b|[一二三四五六七八九](?!十))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        @"(?:\b(?:plan|instruction|option)|计划|指令|方案|选项|走向|計画|指示|プラン|案|選択肢|第)[^\p{L}\p{N}\n]{0,3}(?<n>\p{Nd}{1,6}(?!\p{Nd})|(?:one|two|three)\b|[一二三四五六七八九](?!十))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Mentioned();
}
