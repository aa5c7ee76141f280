using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>A paragraph's place among all that were written after the same one.</summary>
/// <param name="Place">From 1, in the order of their making.</param>
/// <param name="Earlier">The version before it; null for the first.</param>
/// <param name="Later">The version after it; null for the last.</param>
public sealed record SiblingPlace(int Place, int Count, Sibling? Earlier, Sibling? Later)
{
    /// <param name="stepId">The paragraph, which is one of them.</param>
    /// <param name="siblings">In the order of their making.</param>
    public static SiblingPlace Of(Guid stepId, IReadOnlyList<Sibling> siblings)
    {
        ArgumentNullException.ThrowIfNull(siblings);
        var index = siblings.TakeWhile(sibling => sibling.StepId != stepId).Count();

        return new SiblingPlace(index + 1, siblings.Count, siblings.ElementAtOrDefault(index - 1), siblings.ElementAtOrDefault(index + 1));
    }
}

/// <summary>A version of a paragraph, and the plan that it followed.</summary>
public sealed record Sibling(Guid StepId, Plan Plan);
