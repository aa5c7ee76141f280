namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Where everything of the tree is drawn: a column for each branch, a row for each step or fold. A child is always one row below its parent.</summary>
public sealed class TreeLayout
{
    private readonly StoryTree _tree;
    private readonly Dictionary<TreeBranch, List<TreeItem>> _branches = [];
    private readonly Dictionary<Guid, TreeItem> _steps = [];

    /// <param name="opened">Folds that the author has opened.</param>
    /// <param name="whole">A tree of no more steps is not folded.</param>
    public TreeLayout(StoryTree tree, IReadOnlySet<TreeSpan> opened, int whole = 40)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(opened);
        _tree = tree;
        Place(new TreeFolding(tree, opened, whole));
        Items = [.. tree.Branches.Where(branch => branch.First.ParentId is null).SelectMany(InOrder)];
        Edges = [.. from item in Items let before = Before(item) where before is not null select new TreeEdge(before, item, tree.Way.Contains(item.First.Id))];
        Columns = Items.Select(item => item.Column + 1).DefaultIfEmpty().Max();
        Rows = Items.Select(item => item.Row + 1).DefaultIfEmpty().Max();
    }

    /// <summary>In the order of the tree: each step, then the branches that leave it, then what goes on from it.</summary>
    public IReadOnlyList<TreeItem> Items { get; }

    public IReadOnlyList<TreeEdge> Edges { get; }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>The item that stands for a step by itself; null when it is folded away.</summary>
    public TreeItem? Find(Guid stepId) => _steps.GetValueOrDefault(stepId);

    /// <summary>The items of one branch, in order.</summary>
    public IReadOnlyList<TreeItem> Of(TreeBranch branch) => _branches[branch];

    /// <summary>The item that one follows; null for the root.</summary>
    public TreeItem? Before(TreeItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.BeginsBranch)
        {
            return item.First.ParentId is { } parentId ? _steps[parentId] : null;
        }

        var items = _branches[item.Branch];
        return items[item.Row - items[0].Row - 1];
    }

    /// <summary>The item that goes on from one in its branch; null at the tip.</summary>
    public TreeItem? After(TreeItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var items = _branches[item.Branch];
        return items.ElementAtOrDefault(item.Row - items[0].Row + 1);
    }

    /// <summary>The versions of a step, from left to right; empty for one that has none. A fold that begins with a version stands for it.</summary>
    public IReadOnlyList<TreeItem> VersionsOf(TreeItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.First.ParentId is { } parentId && _tree.ChildrenOf(parentId) is { Count: > 1 } versions
            ? [.. versions.Select(node => _branches[_tree.BranchOf(node.Id)].First(other => other.First == node))]
            : [];
    }

    private void Place(TreeFolding folding)
    {
        var spans = _tree.Branches.Select(branch => folding.Fold(branch).ToList()).ToList();
        var forks = ForksOf(spans);
        var columns = TreeColumns.Of(
            [.. forks.Select((fork, i) => new BranchRows(Math.Max(fork, 0), fork + spans[i].Count))],
            [.. _tree.Branches.Select(branch => branch.First.ParentId is { } parentId ? _tree.BranchOf(parentId).Ordinal - 1 : -1)]);

        foreach (var (i, branch) in _tree.Branches.Index())
        {
            var items = spans[i].Select((span, row) => new TreeItem(_tree.Find(span.FirstId)!, span.Count, branch, columns[i], forks[i] + 1 + row)).ToList();
            _branches.Add(branch, items);
            items.Where(item => !item.IsFold).ToList().ForEach(item => _steps.Add(item.First.Id, item));
        }
    }

    // The rows that branches leave from; -1 for one that leaves none. A branch is always made after the one that it leaves, so that its rows are known.
    private List<int> ForksOf(List<List<TreeSpan>> spans)
    {
        var forks = new List<int>();
        var rows = new Dictionary<Guid, int>();
        foreach (var (i, branch) in _tree.Branches.Index())
        {
            forks.Add(branch.First.ParentId is { } parentId ? rows[parentId] : -1);
            foreach (var (row, span) in spans[i].Index())
            {
                rows[span.FirstId] = forks[i] + 1 + row;
            }
        }

        return forks;
    }

    private IEnumerable<TreeItem> InOrder(TreeBranch branch)
    {
        foreach (var item in _branches[branch])
        {
            yield return item;
            foreach (var later in item.IsFold ? [] : _tree.ChildrenOf(item.First.Id).Skip(1).SelectMany(child => InOrder(_tree.BranchOf(child.Id))))
            {
                yield return later;
            }
        }
    }
}
