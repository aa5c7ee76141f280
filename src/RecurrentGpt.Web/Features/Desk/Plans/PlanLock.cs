namespace RecurrentGpt.Web.Features.Desk.Plans;

/// <summary>A plan that is to be locked, or let go.</summary>
/// <param name="Number">The plan, from 1.</param>
public sealed record PlanLock(int Number, bool IsLocked);
