using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Authors;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Finds the choices that show the author's taste.</summary>
internal static class Picks
{
    /// <summary>The author's own choices at the desk on the path to a step, and autopilot's where the author says which plan would have been theirs; oldest first.</summary>
    public static async Task<IReadOnlyList<PastPick>> ReadAsync(WritingDb db, Guid headId, CancellationToken cancellationToken)
    {
        var choices = await (
            from step in db.PathTo(headId)
            join mark in db.StepMarks on step.Id equals mark.StepId into marks
            from mark in marks.DefaultIfEmpty()
            where step.ParentId != null && step.PlanSource != PlanSource.Opening && step.Turn == null
            let preferred = mark == null ? null : mark.PreferredPlan
            where preferred == null ? step.PlanSource != PlanSource.Autopilot : preferred > 0
            orderby step.Number
            select new { step.Id, ParentId = step.ParentId!.Value, step.Number, step.RunId, step.PlanText, step.PlanSource, preferred }).ToListAsync(cancellationToken);
        var offered = await OfferedAsync(db, [.. choices.Select(choice => choice.ParentId).Distinct()], cancellationToken);
        var byAutopilot = await ChosenAsync(db, [.. choices.Where(choice => choice.preferred is not null).Select(choice => choice.RunId)], cancellationToken);

        return
        [
            .. choices
                .Select(choice => ToPick(
                    new PastPick(choice.Id, choice.ParentId, choice.Number, choice.PlanSource, choice.PlanText, []),
                    choice.preferred,
                    SetOf(offered[choice.ParentId], byAutopilot.GetValueOrDefault(choice.RunId, choice.PlanText))))
                .OfType<PastPick>(),
        ];
    }

    // One parameter for all ids: a long story has more steps than a query may have parameters.
    private static async Task<ILookup<Guid, PlanRow>> OfferedAsync(WritingDb db, Guid[] steps, CancellationToken cancellationToken) =>
        (await db.Plans.Where(plan => EF.Parameter(steps).Contains(plan.StepId)).ToListAsync(cancellationToken)).ToLookup(plan => plan.StepId);

    private static async Task<Dictionary<Guid, string>> ChosenAsync(WritingDb db, Guid[] runs, CancellationToken cancellationToken) =>
        (await db.Runs.Where(run => EF.Parameter(runs).Contains(run.Id) && run.Choice != null).Select(run => new { run.Id, run.Choice }).ToListAsync(cancellationToken))
            .ToDictionary(run => run.Id, run => run.Choice!.Offered);

    // A correction of a plan that was never offered says nothing.
    private static PastPick? ToPick(PastPick choice, int? preferred, IReadOnlyList<PlanRow> offered)
    {
        var pick = choice with { Offered = [.. offered.Select(plan => plan.Written)] };
        return preferred is null ? pick
            : offered.FirstOrDefault(plan => plan.Number == preferred) is { } corrected ? pick with { Source = PlanSource.Picked, Chosen = corrected.Written }
            : null;
    }

    private static IReadOnlyList<PlanRow> SetOf(IEnumerable<PlanRow> plans, string followed) =>
        OfferedSet.Of(plans, plan => (plan.Set, plan.Number), plan => plan.Text == followed || plan.Written == followed);
}
