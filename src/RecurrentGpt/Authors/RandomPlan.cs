using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>Takes any of the plans, each with the same chance.</summary>
/// <param name="chance">Where the choices come from; with a seed, the same choices come again.</param>
public sealed class RandomPlan(Random chance) : IPlanChooser
{
    /// <inheritdoc/>
    public Plan Choose(IReadOnlyList<OfferedPlan> plans)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentOutOfRangeException.ThrowIfZero(plans.Count, nameof(plans));
        return plans[chance.Next(plans.Count)].ToPlan();
    }
}
