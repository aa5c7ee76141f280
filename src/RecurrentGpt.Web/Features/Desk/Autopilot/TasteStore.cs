using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>How a save of a taste ended.</summary>
/// <param name="Saved">False when another tab had said something else meanwhile.</param>
/// <param name="Current">What stands now.</param>
public sealed record TasteResult(bool Saved, int? Current);

/// <summary>
/// Which plan the author would have taken. Nothing of the story changes by it, and it may be said while the story is being written: later choices of the simulated
/// author are shown it.
/// </summary>
public sealed class TasteStore(OwnWrites writes)
{
    /// <param name="stepId">The paragraph that was written by the choice.</param>
    /// <param name="replaces">What the author saw before: a save over anything else is refused.</param>
    /// <param name="preferred">The plan that was offered, from 1; 0 when the choice shows no taste; null to say nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such plan was offered.</exception>
    /// <exception cref="InvalidOperationException">There is no such step.</exception>
    public async Task<TasteResult> SetAsync(Guid stepId, int? replaces, int? preferred, CancellationToken cancellationToken = default)
    {
        var (result, offered) = await writes.WriteAsync(db => SetAsync(db, stepId, replaces, preferred), cancellationToken);
        return result ?? throw new ArgumentOutOfRangeException(nameof(preferred), preferred, $"There were {offered} plans to choose from.");
    }

    private static async Task<(TasteResult? Result, int Offered)> SetAsync(WritingDb db, Guid stepId, int? replaces, int? preferred)
    {
        var step = await db.Steps.SingleOrDefaultAsync(row => row.Id == stepId) ?? throw new InvalidOperationException($"There is no step {stepId}.");
        var offered = (await OfferedAsync(db, step)).Count;
        if (preferred < 0 || preferred > offered)
        {
            return (null, offered);
        }

        var current = await db.StepMarks.Where(row => row.StepId == stepId).Select(row => row.PreferredPlan).SingleOrDefaultAsync();
        if (current == preferred || current != replaces)
        {
            return (new TasteResult(current == preferred, current), offered);
        }

        var marks = await db.MarksOfAsync(stepId);
        (marks.PreferredPlan, marks.Version) = (preferred, marks.Version + 1);
        return (new TasteResult(Saved: true, preferred), offered);
    }

    private static async Task<IReadOnlyList<PlanRow>> OfferedAsync(WritingDb db, StepRow step)
    {
        var choice = await db.Runs.Where(run => run.Id == step.RunId).Select(run => run.Choice).SingleOrDefaultAsync();
        var plans = await db.Plans.AsNoTracking().Where(plan => plan.StepId == step.ParentId).ToListAsync();
        var followed = choice?.Offered ?? step.PlanText;
        return OfferedSet.Of(plans, plan => (plan.Set, plan.Number), plan => plan.Text == followed || plan.Written == followed);
    }
}
