using System.Runtime.CompilerServices;
using RecurrentGpt.Play;
using RecurrentGpt.Prompts;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>
/// Asks once for another plan when one of the plans that a run wrote is too close to another. Only a new plan is asked for again, and of two new ones the later.
/// When the other plan is no better, or does not come, the plan stands as it was written and the person is told.
/// </summary>
internal sealed class DifferentPlan(Dialogue dialogue, StoryCard card, StorySettings settings, PlaySettings? play = null)
{
    private readonly double _tooClose = play is null ? PlanLikeness.TooClose : PlanLikeness.TooCloseOfActions;

    /// <summary>Whether two of the plans are too close all the same.</summary>
    internal bool IsStillClose { get; private set; }

    /// <param name="lastParagraph">The paragraph that the plans go on from.</param>
    /// <param name="shortTermMemory">Short-term memory after it.</param>
    /// <param name="before">What the new plans were asked for with: the plans that stand beside them, and the author's wish.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal async IAsyncEnumerable<StepEvent> RunAsync(
        string lastParagraph, string shortTermMemory, PlansWanted before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A kept paragraph whose plans had all come before is kept without a request.
        if (dialogue.Failure is not null || dialogue.Exchanges.Count == 0 || Closest(before) is not { } close)
        {
            yield break;
        }

        IsStillClose = true;
        if (!dialogue.MayAsk)
        {
            yield break;
        }

        yield return new StepEvent.Differing(close.Number);
        var (section, plans) = (PlansWanted.SectionOf(close.Number), Plans(before));
        var wanted = new PlansWanted
        {
            Numbers = [close.Number],
            Replaced = [plans[close.Number]],
            Standing = plans.Where(plan => plan.Key != close.Number).ToDictionary(),
            Wish = before.Wish,
        };
        var prompt = DifferentPlanPrompt.Render(card, settings, lastParagraph, shortTermMemory, wanted, close.Other, play);
        await foreach (var stepEvent in dialogue.AskAsync(ExchangePurpose.DifferentPlan, prompt, cancellationToken))
        {
            yield return stepEvent;
        }

        dialogue.Forgive();
        if (PlanLikeness.Nearest(Plans(before), close.Number) is { } now && now.Likeness >= close.Likeness)
        {
            dialogue.Take(section, wanted.Replaced[0]);
        }

        IsStillClose = Closest(before) is not null;
    }

    /// <summary>What to tell of it.</summary>
    internal IEnumerable<StepNotice> Notices() => IsStillClose ? [StepNotice.PlansAlike] : [];

    private Dictionary<int, string> Plans(PlansWanted before) =>
        before.Numbers.ToDictionary(number => number, number => dialogue.Sections[PlansWanted.SectionOf(number)]).Concat(before.Standing).ToDictionary();

    // Of the pairs that are too close, the closest; a plan that stands is never the one to be written again.
    private Close? Closest(PlansWanted before)
    {
        var plans = Plans(before);
        return before.Numbers
            .Select(number => (Number: number, Nearest: PlanLikeness.Nearest(plans.Where(plan => plan.Key <= number || before.Standing.ContainsKey(plan.Key)).ToDictionary(), number)))
            .Where(plan => plan.Nearest?.Likeness >= _tooClose)
            .OrderByDescending(plan => plan.Nearest!.Likeness).ThenByDescending(plan => plan.Number)
            .Select(plan => new Close(plan.Number, plan.Nearest!.Number, plan.Nearest.Likeness))
            .FirstOrDefault();
    }

    private sealed record Close(int Number, int Other, double Likeness);
}
