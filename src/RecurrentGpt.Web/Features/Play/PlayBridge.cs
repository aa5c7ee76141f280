using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>Leads from a story that is played to its draft: both are the same tree, so that nothing is copied and memory goes along.</summary>
public sealed class PlayBridge(BranchStore branches)
{
    /// <summary>Gives the branch that a step stands on a name, so that it is found again in the draft.</summary>
    public Task SendToDraftAsync(Guid stepId, string name, CancellationToken cancellationToken = default) => branches.NameAsync(stepId, name, cancellationToken);
}
