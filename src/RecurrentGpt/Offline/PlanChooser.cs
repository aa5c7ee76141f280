using System.Globalization;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Offline;

/// <summary>Chooses the plan that is most like what the author chose before, and else the one that speaks most of what memory speaks of.</summary>
internal sealed class PlanChooser
{
    // Plans of one story have its names in common, and that is no taste yet.
    private const double SameTaste = 0.15;

    private readonly SampleRequest _request;
    private readonly Stage _stage;
    private readonly int _number;
    private readonly int? _followed;

    internal PlanChooser(SampleRequest request, Stage stage)
    {
        (_request, _stage) = (request, stage);
        var picks = PickText.Read(request.PastChoices);
        var known = Terms.Telling(request.Memory + "\n" + request.LastParagraph);
        (_number, _followed, _) = request.Choices
            .Select(plan => (plan.Key, Pick: Nearest(plan.Value, picks), Open: ShareOf(plan.Value, known)))
            .Select(plan => (plan.Key, plan.Pick?.Number, Weight: plan.Open + (2 * (plan.Pick?.Likeness ?? 0))))
            .OrderByDescending(plan => plan.Weight).ThenBy(plan => plan.Key)
            .FirstOrDefault((1, null, 0));
    }

    internal string Chosen => _request.Choices.GetValueOrDefault(_number, "");

    internal string Number() => Digits(_number);

    internal string Followed() => _followed is { } number ? Digits(number) : "none";

    internal string Reason()
    {
        var bank = _stage.Voice.Choosing;
        var reasons = _followed is null ? bank.Open : bank.Followed;
        return PlanReviser.Fill(reasons[StableHash.Below(StableHash.Of(0, Chosen), reasons.Length)], _stage, Chosen).Replace("[n]", Followed(), StringComparison.Ordinal);
    }

    private static (int Number, double Likeness)? Nearest(string plan, IReadOnlyList<(int Number, string Chosen)> picks) => picks
        .Select(pick => (pick.Number, Likeness: PlanLikeness.Of(plan, pick.Chosen)))
        .Where(pick => pick.Likeness >= SameTaste)
        .OrderByDescending(pick => pick.Likeness)
        .Select(pick => ((int Number, double Likeness)?)pick)
        .FirstOrDefault();

    private static double ShareOf(string plan, HashSet<string> known)
    {
        var terms = Terms.Telling(plan);
        return terms.Count > 0 ? (double)terms.Count(known.Contains) / terms.Count : 0;
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
