namespace RecurrentGpt.Web.Features.Desk.Compare;

/// <summary>A branch to be compared.</summary>
/// <param name="TipId">The step that it ends with.</param>
/// <param name="Name">Empty for the draft on the desk.</param>
public sealed record BranchChoice(Guid TipId, string Name, int Last)
{
    /// <summary>Whether it is the draft on the desk, which paragraphs can be brought into.</summary>
    public bool IsDraft => Name.Length == 0;
}
