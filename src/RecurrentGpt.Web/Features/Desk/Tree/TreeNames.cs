using Microsoft.Extensions.Localization;

namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>What branches and places of the tree are called.</summary>
internal static class TreeNames
{
    public static string Of(TreeBranch branch, IStringLocalizer<TreeText> text) => branch.Name.Length > 0 ? branch.Name : Usual(branch, text);

    /// <summary>What it is called until the author names it.</summary>
    public static string Usual(TreeBranch branch, IStringLocalizer<TreeText> text) => branch.Ordinal == 1 ? text["Main"] : text["Branch", branch.Ordinal];

    /// <summary>All that the picture says of a place, in words.</summary>
    public static string Of(TreeItem item, StoryTree tree, IStringLocalizer<TreeText> text)
    {
        if (item.IsFold)
        {
            return text["FoldedName", item.Count, item.First.Number, item.LastNumber];
        }

        var (node, versions) = (item.First, item.First.ParentId is { } parentId ? tree.ChildrenOf(parentId) : []);
        string?[] words =
        [
            text["ParagraphName", node.Number],
            node == tree.Head ? text["HereLabel"].Value : null,
            item.BeginsBranch ? text["BeginsBranch", Of(item.Branch, text)].Value : null,
            versions.Count > 1 ? text["VersionName", versions.TakeWhile(version => version != node).Count() + 1, versions.Count].Value : null,
            node.Chapter.Length > 0 ? text["ChapterName", node.Chapter].Value : null,
            node.IsLocked ? text["Locked"].Value : null,
            node.HasNote ? text["HasNote"].Value : null,
        ];

        return string.Join(text["Comma"], words.OfType<string>());
    }
}
