using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Plans;

/// <summary>Two plans, the earlier first, and how alike they are.</summary>
public sealed record PlanPair(int First, int Second, double Likeness);

/// <summary>How alike the plans on the desk are, as they are typed; measured anew only when one of them has changed.</summary>
public sealed class PlansAlike
{
    private IReadOnlyList<string> _texts = [];
    private Dictionary<int, string> _plans = [];

    /// <summary>Every two of the plans.</summary>
    public IReadOnlyList<PlanPair> Pairs { get; private set; } = [];

    /// <summary>The two that are most alike, when they are too close; null when all differ.</summary>
    public PlanPair? TooClose => Pairs.Where(pair => pair.Likeness >= PlanLikeness.TooClose).MaxBy(pair => pair.Likeness);

    public void Measure(IReadOnlyList<SavedText> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        string[] texts = [.. plans.Select(plan => plan.Text)];
        if (texts.SequenceEqual(_texts))
        {
            return;
        }

        _texts = texts;
        _plans = texts.Index().Where(plan => !string.IsNullOrWhiteSpace(plan.Item)).ToDictionary(plan => plan.Index + 1, plan => plan.Item);
        Pairs =
        [
            .. from first in _plans
               from second in _plans
               where first.Key < second.Key
               select new PlanPair(first.Key, second.Key, PlanLikeness.Of(first.Value, second.Value)),
        ];
    }

    /// <summary>The plan that another one is too close to; null when there is none.</summary>
    public AlikePlan? Of(int number) => PlanLikeness.Nearest(_plans, number) is { IsTooClose: true } alike ? alike : null;
}
