using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>A step of the tree without its texts.</summary>
/// <param name="PathWords">Words of all paragraphs on the path up to and with it.</param>
public sealed record TreeNode(Guid Id, Guid? ParentId, int Number, int PathWords, PlanSource Source, DateTimeOffset WrittenAt)
{
    public bool IsLocked { get; init; }

    public bool HasNote { get; init; }

    /// <summary>The heading of the chapter that begins with it; empty for none.</summary>
    public string Chapter { get; init; } = "";

    /// <summary>The name that the author gave to the branch that begins with it; empty for none.</summary>
    public string BranchName { get; init; } = "";
}
