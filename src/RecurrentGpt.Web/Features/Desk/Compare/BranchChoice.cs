using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Features.Desk.Compare;

/// <summary>A branch to be compared.</summary>
/// <param name="TipId">The step that it ends with.</param>
/// <param name="Name">Empty for the draft on the desk.</param>
/// <param name="Last">The number of that step.</param>
public sealed record BranchChoice(Guid TipId, string Name, int Last)
{
    /// <summary>When its last paragraph was written.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>Whether it is the draft on the desk, which paragraphs can be brought into.</summary>
    public bool IsDraft => Name.Length == 0;

    /// <summary>The draft first, then all branches that end elsewhere, in the order of their making; none before the opening.</summary>
    public static IReadOnlyList<BranchChoice> Of(StoryTree tree, Func<TreeBranch, string> name)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return tree.Head is not { } head
            ? []
            : [
                new BranchChoice(head.Id, "", head.Number) { ChangedAt = head.WrittenAt },
                .. tree.Branches.Where(branch => branch.Tip != head).Select(branch => new BranchChoice(branch.Tip.Id, name(branch), branch.Tip.Number) { ChangedAt = branch.ChangedAt }),
            ];
    }

    /// <summary>What to put beside the draft first: the branch that ends with a step, or else the one that was written last; null when there is none.</summary>
    public static BranchChoice? Other(IReadOnlyList<BranchChoice> choices, Guid? tipId)
    {
        var others = choices.Where(choice => !choice.IsDraft).ToList();
        return others.FirstOrDefault(choice => choice.TipId == tipId) ?? others.MaxBy(choice => choice.ChangedAt);
    }
}
