using RecurrentGpt.Stories;

namespace RecurrentGpt.Authors;

/// <summary>A choice that the person made before, on the path that the story stands on: the taste that the simulated author is shown.</summary>
/// <param name="StepId">The step that was written by it.</param>
/// <param name="ParentId">The step whose plans were offered; its entry of long-term memory says what the story was at.</param>
/// <param name="Number">The number of the paragraph that was written by it.</param>
/// <param name="Source">Picked, edited or own; picked too when the person corrected a choice of autopilot.</param>
/// <param name="Chosen">The plan as the person wanted it.</param>
/// <param name="Offered">All plans that were offered, in order.</param>
public sealed record PastPick(Guid StepId, Guid ParentId, int Number, PlanSource Source, string Chosen, IReadOnlyList<string> Offered);
