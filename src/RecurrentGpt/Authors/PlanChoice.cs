using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>A plan that was chosen with nobody at the desk, and why. It is kept with the run that follows it.</summary>
/// <param name="Plan">The plan to follow, exactly as it is sent.</param>
/// <param name="Author">Who chose it.</param>
/// <param name="Number">Which of the offered plans it is, or was made of, from 1.</param>
public sealed record PlanChoice(Plan Plan, AuthorKind Author, int Number)
{
    /// <summary>The simulated author's reason; empty of the others.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The plan as it was offered; the same as <see cref="Plan"/> unless it was revised.</summary>
    public string Offered { get; init; } = "";

    /// <summary>The step of the author's own choice that this one followed; null when it followed none.</summary>
    public Guid? FollowedStepId { get; init; }

    /// <summary>The number of that step's paragraph when it was followed.</summary>
    public int? FollowedNumber { get; init; }

    /// <summary>Whether the offered plan was revised.</summary>
    public bool IsRevised => Offered.Length > 0 && Offered != Plan.Text;
}
