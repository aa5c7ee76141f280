namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>What is drawn at one place of the picture: a step, or a long run of steps folded into one.</summary>
/// <param name="First">The step, or the first of the run.</param>
/// <param name="Count">How many steps it stands for.</param>
/// <param name="Column">From 0.</param>
/// <param name="Row">From 0.</param>
public sealed record TreeItem(TreeNode First, int Count, TreeBranch Branch, int Column, int Row)
{
    public TreeSpan Span => new(First.Id, Count);

    public bool IsFold => Count > 1;

    public int LastNumber => First.Number + Count - 1;

    /// <summary>Whether a branch begins with it.</summary>
    public bool BeginsBranch => First == Branch.First;
}

/// <summary>A line from an item to one that follows it.</summary>
/// <param name="IsWay">Whether the path to the head goes along it.</param>
public sealed record TreeEdge(TreeItem From, TreeItem To, bool IsWay);
