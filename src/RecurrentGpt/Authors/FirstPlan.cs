using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>Always takes the first plan, so that the same replies give the same story.</summary>
public sealed class FirstPlan : IPlanChooser
{
    /// <inheritdoc/>
    public OfferedPlan Choose(IReadOnlyList<OfferedPlan> plans, int paragraph)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentOutOfRangeException.ThrowIfZero(plans.Count, nameof(plans));
        return plans[0];
    }
}
