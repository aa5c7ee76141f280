using RecurrentGpt.Memory;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>An entry that was put into a step's prompt.</summary>
/// <param name="Step">The number of the step whose prompt it went into.</param>
/// <param name="RunId">The run of that step; the exact prompt is kept under it.</param>
/// <param name="EntryId">The step that the entry summarises.</param>
/// <param name="Entry">That step's number.</param>
/// <param name="Score">Cosine of the entry and the plan, -1 to 1; null where it could not be computed.</param>
public sealed record RecallUse(int Step, Guid RunId, Guid EntryId, int Entry, double? Score, RecallReason Reason);
