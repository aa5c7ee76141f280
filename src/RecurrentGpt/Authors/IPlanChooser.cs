using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>Chooses the plan that the next step follows when nobody sits at the desk.</summary>
public interface IPlanChooser
{
    /// <summary>Chooses one of a step's plans.</summary>
    /// <param name="plans">The plans that the step offers, in order.</param>
    /// <exception cref="ArgumentException">There is no plan to choose from.</exception>
    Plan Choose(IReadOnlyList<OfferedPlan> plans);
}
