namespace RecurrentGpt.Web.Features.Desk.Edits;

/// <summary>What a paragraph that was read again proposes for short-term memory.</summary>
/// <param name="RunId">The run that proposes it.</param>
/// <param name="Paragraph">The number of the edited paragraph.</param>
/// <param name="Sent">The memory that the run was given.</param>
/// <param name="Written">The memory that it wrote.</param>
/// <param name="Rationale">Why; may be empty.</param>
/// <param name="Answered">The changes, by their place among all from <paramref name="Sent"/> to <paramref name="Written"/>, that the author has answered.</param>
public sealed record MemoryProposal(Guid RunId, int Paragraph, string Sent, string Written, string Rationale, IReadOnlyList<int> Answered);
