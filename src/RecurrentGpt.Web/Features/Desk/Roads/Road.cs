using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk.Roads;

/// <summary>A plan that was offered somewhere in the story and never followed.</summary>
/// <param name="StepId">The step that offered it, and that it goes on from.</param>
/// <param name="Step">The number of that step.</param>
/// <param name="Text">The plan with the author's edits.</param>
/// <param name="IsEdited">Whether the author changed it.</param>
/// <param name="IsOnPath">Whether its step belongs to the draft that is on the desk.</param>
/// <param name="IsReplaced">Whether newer plans have taken its place.</param>
public sealed record Road(Guid StepId, int Step, string Text, bool IsEdited, bool IsOnPath, bool IsReplaced)
{
    public Plan ToPlan() => new(Text, IsEdited ? PlanSource.Edited : PlanSource.Picked);
}
