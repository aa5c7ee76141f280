namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>A way through the tree: it begins at the root, or where a paragraph has an earlier version, and goes on along first children to its tip.</summary>
/// <param name="Ordinal">Its place in the order of making, from 1.</param>
/// <param name="Level">How many branches it hangs from, itself counted: 1 for the first.</param>
public sealed record TreeBranch(int Ordinal, int Level, IReadOnlyList<TreeNode> Steps)
{
    public TreeNode First => Steps[0];

    /// <summary>The last step.</summary>
    public TreeNode Tip => Steps[^1];

    /// <summary>The name that the author gave; empty for none.</summary>
    public string Name => First.BranchName;

    /// <summary>Words of the whole path to the tip.</summary>
    public int Words => Tip.PathWords;

    public DateTimeOffset ChangedAt => Tip.WrittenAt;
}
