using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>Chooses by a rule, without a model, the plan that a step follows when nobody sits at the desk.</summary>
public interface IPlanChooser
{
    /// <summary>Chooses one of a step's plans; the same for the same paragraph, so that a run that was interrupted goes on as it would have gone.</summary>
    /// <param name="plans">The plans that the step offers, in order.</param>
    /// <param name="paragraph">The number of the paragraph that is to be written, from 1.</param>
    /// <exception cref="ArgumentException">There is no plan to choose from.</exception>
    OfferedPlan Choose(IReadOnlyList<OfferedPlan> plans, int paragraph);
}
