using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>What runs that did not end well have left at a step.</summary>
internal static class Leftovers
{
    /// <summary>
    /// The latest run of the head that failed or left prose, unless it was dropped or a later run did what it was to do.
    /// New plans do not take the place of prose.
    /// </summary>
    public static async Task<Run?> FindAsync(WritingDb db, Guid storyId, Guid? headId, CancellationToken cancellationToken)
    {
        var ofHead = db.Runs.Where(run => run.StoryId == storyId && run.ParentId == headId);
        var row = await ofHead
            .Where(run => !run.Dropped && run.State != RunState.Running && run.State != RunState.Done)
            .Where(run => run.State != RunState.Stopped || run.Partial != "")
            .Where(run => !ofHead.Any(later => later.State == RunState.Done && later.Number > run.Number
                && (later.Kind != RunKind.NewPlans || run.Kind == RunKind.NewPlans)))
            .OrderByDescending(run => run.Number)
            .FirstOrDefaultAsync(cancellationToken);

        return row?.ToRun();
    }
}
