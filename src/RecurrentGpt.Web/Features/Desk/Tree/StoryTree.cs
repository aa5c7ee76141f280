namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>All steps of a story and how they hang together; no text of them.</summary>
public sealed class StoryTree
{
    private readonly Dictionary<Guid, Place> _places = [];
    private readonly List<TreeBranch> _branches = [];

    /// <param name="nodes">In the order of their making, so that a parent comes before its children.</param>
    /// <param name="headId">The step that the story stands on; null before the opening.</param>
    public StoryTree(IEnumerable<TreeNode> nodes, Guid? headId)
    {
        ArgumentNullException.ThrowIfNull(nodes);
        foreach (var node in nodes)
        {
            Add(node);
        }

        Head = headId is { } id ? Find(id) : null;
        Way = PathTo(Head).Select(node => node.Id).ToHashSet();
    }

    public TreeNode? Head { get; }

    /// <summary>The steps from the root to the head.</summary>
    public IReadOnlySet<Guid> Way { get; }

    /// <summary>In the order of their making.</summary>
    public IReadOnlyList<TreeBranch> Branches => _branches;

    public int Count => _places.Count;

    /// <summary>Null when the story has no such step.</summary>
    public TreeNode? Find(Guid id) => _places.GetValueOrDefault(id)?.Node;

    /// <exception cref="KeyNotFoundException">The story has no such step.</exception>
    public TreeBranch BranchOf(Guid id) => _branches[_places[id].Branch];

    /// <summary>In the order of their making; the first goes on with its parent's branch.</summary>
    public IReadOnlyList<TreeNode> ChildrenOf(Guid id) => _places[id].Children;

    /// <summary>Whether the story can stand on it: memory and plans of an opening belong to its last paragraph.</summary>
    public bool CanStandOn(TreeNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return ChildrenOf(node.Id).All(child => child.Source != Stories.PlanSource.Opening);
    }

    private void Add(TreeNode node)
    {
        var parent = node.ParentId is { } parentId ? _places[parentId] : null;
        var goesOn = parent is { Children.Count: 0 };
        parent?.Children.Add(node);
        var branch = goesOn ? parent!.Branch : _branches.Count;
        if (!goesOn)
        {
            _branches.Add(new TreeBranch(_branches.Count + 1, parent is null ? 1 : _branches[parent.Branch].Level + 1, new List<TreeNode>()));
        }

        ((List<TreeNode>)_branches[branch].Steps).Add(node);
        _places.Add(node.Id, new Place(node, branch, []));
    }

    private IEnumerable<TreeNode> PathTo(TreeNode? node)
    {
        for (; node is not null; node = node.ParentId is { } parentId ? Find(parentId) : null)
        {
            yield return node;
        }
    }

    private sealed record Place(TreeNode Node, int Branch, List<TreeNode> Children);
}
