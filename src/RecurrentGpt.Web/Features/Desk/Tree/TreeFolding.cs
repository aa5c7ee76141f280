namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>
/// Folds what nothing happens in, so that a long story reads at a glance. A run of steps between the places that matter becomes one fold; an opened fold
/// shows its steps, or smaller folds when they are many, so that any step of thousands is a few openings away.
/// </summary>
/// <param name="whole">A tree of no more steps is shown as it is.</param>
internal sealed class TreeFolding(StoryTree tree, IReadOnlySet<TreeSpan> opened, int whole)
{
    private const int Least = 5; // a fold hides at least so many
    private const int Page = 50; // and shows at most so many when it is opened
    private const int Parts = 10;
    private const int ManyChapters = 40;

    private readonly bool _showsChapters = tree.Branches.Sum(branch => branch.Steps.Count(node => node.Chapter.Length > 0)) <= ManyChapters;

    /// <summary>The spans of a branch, in order.</summary>
    public IEnumerable<TreeSpan> Fold(TreeBranch branch)
    {
        var from = 0;
        for (var i = 0; i <= branch.Steps.Count; i++)
        {
            if (i < branch.Steps.Count && !Matters(branch, branch.Steps[i]))
            {
                continue;
            }

            foreach (var span in Split(branch, from, i - from))
            {
                yield return span;
            }

            if (i < branch.Steps.Count)
            {
                yield return new TreeSpan(branch.Steps[i].Id, 1);
            }

            from = i + 1;
        }
    }

    private bool Matters(TreeBranch branch, TreeNode node) => tree.Count <= whole || node == branch.First || node == branch.Tip || node == tree.Head
        || tree.ChildrenOf(node.Id).Count > 1 || (_showsChapters && node.Chapter.Length > 0);

    private IEnumerable<TreeSpan> Split(TreeBranch branch, int from, int count)
    {
        if (count >= Least && new TreeSpan(branch.Steps[from].Id, count) is var fold && !opened.Contains(fold))
        {
            return [fold];
        }

        if (count <= Page)
        {
            return Enumerable.Range(from, count).Select(i => new TreeSpan(branch.Steps[i].Id, 1));
        }

        var part = Math.Max(Page, (count + Parts - 1) / Parts);
        return Enumerable.Range(0, (count + part - 1) / part).SelectMany(i => Split(branch, from + (i * part), Math.Min(part, count - (i * part))));
    }
}
