using RecurrentGpt.Offline;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>Takes any of the plans, each with the same chance.</summary>
/// <param name="seed">Where the choices come from: the same seed chooses the same for the same paragraph, on every machine.</param>
public sealed class RandomPlan(int seed) : IPlanChooser
{
    /// <inheritdoc/>
    public OfferedPlan Choose(IReadOnlyList<OfferedPlan> plans, int paragraph)
    {
        ArgumentNullException.ThrowIfNull(plans);
        ArgumentOutOfRangeException.ThrowIfZero(plans.Count, nameof(plans));
        var chance = StableHash.Mix(StableHash.Mix((uint)seed) + (uint)paragraph);
        return plans[StableHash.Below(chance, plans.Count)];
    }
}
