using RecurrentGpt.Authors;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Recurrence;

/// <summary>What the simulated author chooses from.</summary>
/// <param name="Card">The story's card.</param>
/// <param name="Step">The step whose plans are offered, as it stands.</param>
/// <param name="Order">What it was allowed; what cannot be done here is left out of <see cref="Form"/>.</param>
public sealed record ChoiceRequest(StoryCard Card, Step Step, ChoiceOrder Order)
{
    /// <summary>The author's own past choices that it is shown.</summary>
    public IReadOnlyList<PastPick> Shown { get; init; } = [];

    /// <summary>The plans that can be followed, in order.</summary>
    public IReadOnlyList<OfferedPlan> Plans { get; } = [.. Step.Plans.Where(plan => !string.IsNullOrWhiteSpace(plan.Text))];

    /// <summary>The sections to ask for: a choice to follow only where one is shown, no revision where every plan is locked, and no extension of a locked paragraph.</summary>
    public ReplyForm Form => ReplyForm.ChoiceFor(Order with
    {
        UsesTaste = Order.UsesTaste && Shown.Count > 0,
        MayRevise = Order.MayRevise && Plans.Any(plan => !plan.IsLocked),
        Extends = Order.Extends && !Step.IsLocked,
    });
}
