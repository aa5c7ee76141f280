using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>What runs that did not end well have left at a step.</summary>
internal static class Leftovers
{
    private static readonly RunKind[] Aside = [.. Enum.GetValues<RunKind>().Where(kind => new RunRequest(Guid.Empty, kind).IsAside)];

    /// <summary>
    /// The latest run of the head that failed or left prose, unless it was dropped or a later run did what it was to do.
    /// An attempt to write the head again, made after it, is one of them. New plans do not take the place of prose, and what works beside the story leaves nothing.
    /// </summary>
    public static async Task<Run?> FindAsync(WritingDb db, Guid storyId, Guid? headId, CancellationToken cancellationToken)
    {
        var head = await db.Steps.SingleOrDefaultAsync(step => step.Id == headId, cancellationToken);
        var ofHead = db.Runs.Where(run => run.StoryId == storyId && run.ParentId == headId);
        if (head is { ParentId: not null, PlanText: var plan })
        {
            var written = await db.Runs.Where(run => run.Id == head.RunId).Select(run => run.Number).SingleAsync(cancellationToken);
            ofHead = db.Runs.Where(run => run.StoryId == storyId && (run.ParentId == headId
                || (run.ParentId == head.ParentId && (run.Kind == RunKind.Step || run.Kind == RunKind.Keep || run.Kind == RunKind.KeepByHand) && run.PlanText == plan && run.Number > written)));
        }

        var row = await ofHead
            .Where(run => !Aside.Contains(run.Kind))
            .Where(run => !run.Dropped && run.State != RunState.Running && run.State != RunState.Done)
            .Where(run => run.State != RunState.Stopped || run.Partial != "")
            .Where(run => !ofHead.Any(later => later.State == RunState.Done && later.Number > run.Number
                && !Aside.Contains(later.Kind)
                && (later.Kind != RunKind.NewPlans || run.Kind == RunKind.NewPlans)))
            .OrderByDescending(run => run.Number)
            .FirstOrDefaultAsync(cancellationToken);

        return row?.ToRun();
    }
}
