using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Tree;

internal static class BranchNaming
{
    /// <summary>Names a branch and shows the desk anew, so that every part of it knows the name.</summary>
    /// <returns>Null when it could not be saved now; the outcome on the desk says why.</returns>
    public static async Task<BranchNamed?> NameBranchAsync(this WritingSession session, BranchStore branches, TreeBranch branch, BranchRename change)
    {
        BranchNamed? named = null;
        await session.ChangeAsync(async _ =>
        {
            named = await branches.NameAsync(branch.First.Id, change);
            return null;
        });

        return named;
    }
}
