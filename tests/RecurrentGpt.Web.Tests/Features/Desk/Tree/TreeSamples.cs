using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

/// <summary>Trees drawn with letters: each step is a letter and the parent's before it, in the order of their making ("a", "ab", "bc", "bd").</summary>
internal static class TreeSamples
{
    public static Guid Id(char letter) => new(letter, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public static char Letter(Guid id) => (char)id.ToByteArray()[0];

    /// <param name="head">The letter of the head; none for a story that stands nowhere.</param>
    /// <param name="change">Changes what a step is, by its letter.</param>
    public static StoryTree Grown(string steps, char? head = null, Func<char, TreeNode, TreeNode>? change = null)
    {
        var nodes = new Dictionary<char, TreeNode>();
        foreach (var step in steps.Split(' '))
        {
            var parent = step.Length > 1 ? nodes[step[0]] : null;
            var number = (parent?.Number ?? 0) + 1;
            var node = new TreeNode(Id(step[^1]), parent?.Id, number, number * 10, PlanSource.Picked, DateTimeOffset.UnixEpoch.AddMinutes(nodes.Count));
            nodes.Add(step[^1], change?.Invoke(step[^1], node) ?? node);
        }

        return new StoryTree(nodes.Values, head is { } letter ? Id(letter) : null);
    }

    /// <summary>The steps of each branch as letters.</summary>
    public static IEnumerable<string> Branches(StoryTree tree) => tree.Branches.Select(branch => string.Concat(branch.Steps.Select(node => Letter(node.Id))));
}
