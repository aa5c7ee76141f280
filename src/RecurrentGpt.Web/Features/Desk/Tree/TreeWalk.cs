namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Walks the picture by keys: up and down a branch, across to other versions of a paragraph, to the beginning and to the branch's end.</summary>
internal static class TreeWalk
{
    /// <summary>Where a key leads; null when it leads nowhere.</summary>
    public static TreeItem? To(TreeLayout layout, TreeItem at, string key) => key switch
    {
        "ArrowUp" => layout.Before(at),
        "ArrowDown" => layout.After(at),
        "ArrowLeft" => Aside(layout, at, -1),
        "ArrowRight" => Aside(layout, at, 1),
        "Home" => layout.Items[0],
        "End" => layout.Of(at.Branch)[^1],
        _ => null,
    };

    // Beside a paragraph that has no other versions, what is drawn nearest.
    private static TreeItem? Aside(TreeLayout layout, TreeItem at, int direction)
    {
        var versions = layout.VersionsOf(at);
        var among = versions.Count > 0 ? versions : layout.Items;
        return among.Where(item => Math.Sign(item.Column - at.Column) == direction)
            .OrderBy(item => Math.Abs(item.Column - at.Column))
            .ThenBy(item => Math.Abs(item.Row - at.Row))
            .FirstOrDefault();
    }
}
