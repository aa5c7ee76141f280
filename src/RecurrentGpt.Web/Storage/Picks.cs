using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Authors;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Finds the choices that show the author's taste.</summary>
internal static class Picks
{
    /// <summary>The author's own choices on the path to a step, and autopilot's where the author says which plan would have been theirs; oldest first.</summary>
    public static async Task<IReadOnlyList<PastPick>> ReadAsync(WritingDb db, Guid headId, CancellationToken cancellationToken)
    {
        var choices = await (
            from step in db.PathTo(headId)
            join mark in db.StepMarks on step.Id equals mark.StepId into marks
            from mark in marks.DefaultIfEmpty()
            where step.ParentId != null && step.PlanSource != PlanSource.Opening
            let preferred = mark == null ? null : mark.PreferredPlan
            where preferred == null ? step.PlanSource != PlanSource.Autopilot : preferred > 0
            orderby step.Number
            select new { step.Id, ParentId = step.ParentId!.Value, step.Number, step.PlanText, step.PlanSource, preferred }).ToListAsync(cancellationToken);
        var parents = choices.Select(choice => choice.ParentId).ToHashSet();
        var offered = (await db.Plans.Where(plan => parents.Contains(plan.StepId)).ToListAsync(cancellationToken)).ToLookup(plan => plan.StepId);

        return [.. choices.Select(choice => ToPick(choice.Id, choice.ParentId, choice.Number, choice.PlanText, choice.PlanSource, choice.preferred, Newest(offered[choice.ParentId])))];
    }

    private static PastPick ToPick(Guid stepId, Guid parentId, int number, string plan, PlanSource source, int? preferred, IReadOnlyList<string> offered) =>
        preferred is { } corrected && corrected <= offered.Count
            ? new PastPick(stepId, parentId, number, PlanSource.Picked, offered[corrected - 1], offered)
            : new PastPick(stepId, parentId, number, source, plan, offered);

    private static IReadOnlyList<string> Newest(IEnumerable<PlanRow> plans) =>
        [.. plans.GroupBy(plan => plan.Set).OrderByDescending(set => set.Key).Take(1).SelectMany(set => set.OrderBy(plan => plan.Number)).Select(plan => plan.Written)];
}
