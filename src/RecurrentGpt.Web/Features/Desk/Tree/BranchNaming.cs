using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Tree;

internal static class BranchNaming
{
    /// <summary>Names a branch and shows the desk anew, so that every part of it knows the name.</summary>
    public static Task NameBranchAsync(this WritingSession session, BranchStore branches, TreeBranch branch, string name) => session.ChangeAsync(async _ =>
    {
        await branches.NameAsync(branch.First.Id, name);
        return null;
    });
}
