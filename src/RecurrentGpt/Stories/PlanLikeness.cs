namespace RecurrentGpt.Stories;

/// <summary>
/// How alike two plans are, by their words alone: nothing is asked of a model. What one says in wholly other words than the other is not seen.
/// </summary>
public static class PlanLikeness
{
    /// <summary>
    /// From this likeness on, two plans are one in other words. Measured: docs/plans.md has the figures, and a test holds them.
    /// </summary>
    public const double TooClose = 0.45;

    /// <summary>
    /// The same for two actions in a story that is played. They are a few words long, and one word makes another action of one ("Take the lamp and climb down.", "Leave the
    /// lamp and climb down.": 0.88); only an action that comes twice with other small words, if any, is over this. A test holds pairs of both kinds.
    /// </summary>
    public const double TooCloseOfActions = 0.9;

    /// <summary>The share of what two plans say that both of them say, 0 (nothing) to 1 (the same words). Order does not count, names count little.</summary>
    public static double Of(string first, string second) => new PlanWording(first).Likeness(new PlanWording(second));

    /// <summary>Whether two plans are one in other words.</summary>
    public static bool AreTooClose(string first, string second) => Of(first, second) >= TooClose;

    /// <summary>The plan that another one is most like; null when there is nothing to compare it with.</summary>
    /// <param name="plans">Plans by their numbers; those without words are like none.</param>
    /// <param name="number">The plan to compare with the others.</param>
    public static AlikePlan? Nearest(IReadOnlyDictionary<int, string> plans, int number)
    {
        ArgumentNullException.ThrowIfNull(plans);
        return plans.TryGetValue(number, out var plan) && !string.IsNullOrWhiteSpace(plan)
            ? plans
                .Where(other => other.Key != number && !string.IsNullOrWhiteSpace(other.Value))
                .Select(other => new AlikePlan(other.Key, Of(plan, other.Value)))
                .OrderByDescending(other => other.Likeness).ThenBy(other => other.Number)
                .FirstOrDefault()
            : null;
    }
}

/// <summary>A plan that another one is like.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Likeness">How much, 0 to 1.</param>
public sealed record AlikePlan(int Number, double Likeness)
{
    /// <summary>Whether the two are one in other words.</summary>
    public bool IsTooClose => Likeness >= PlanLikeness.TooClose;
}
