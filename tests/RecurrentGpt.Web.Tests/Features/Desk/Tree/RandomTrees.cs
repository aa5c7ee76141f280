using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

/// <summary>Trees that are too large to be drawn by hand.</summary>
internal static class RandomTrees
{
    /// <summary>A story without branches that stands on its last step.</summary>
    public static StoryTree Line(int length, Func<TreeNode, TreeNode>? change = null)
    {
        var nodes = new List<TreeNode>();
        for (var i = 0; i < length; i++)
        {
            nodes.Add(Node(nodes.LastOrDefault()));
        }

        return new StoryTree(nodes.Select(change ?? (node => node)), nodes[^1].Id);
    }

    /// <summary>Mostly goes on from where it stands, sometimes from anywhere; stands anywhere.</summary>
    public static StoryTree Grow(Random random, int size)
    {
        var nodes = new List<TreeNode> { Node(null) };
        while (nodes.Count < size)
        {
            nodes.Add(Node(random.Next(10) == 0 ? nodes[random.Next(nodes.Count)] : nodes[^1]));
        }

        return new StoryTree(nodes, nodes[random.Next(size)].Id);
    }

    private static TreeNode Node(TreeNode? parent) =>
        new(Guid.CreateVersion7(), parent?.Id, (parent?.Number ?? 0) + 1, 10, PlanSource.Picked, DateTimeOffset.UnixEpoch);
}
