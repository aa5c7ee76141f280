using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>Which runs a paragraph was made by: one that was kept was asked for by a run that did not end well.</summary>
internal static class KeptRuns
{
    /// <summary>The run and, when it kept a paragraph, the run that the paragraph came from with all attempts to keep it, in order.</summary>
    public static async Task<IReadOnlyList<Guid>> OfAsync(WritingDb db, RunRow keeping, CancellationToken cancellationToken)
    {
        if (keeping.Kind is not (RunKind.Keep or RunKind.KeepByHand))
        {
            return [keeping.Id];
        }

        var before = db.Runs.Where(run => run.StoryId == keeping.StoryId && run.ParentId == keeping.ParentId && run.PlanText == keeping.PlanText
            && run.State != RunState.Done && run.Number < keeping.Number);
        var source = await before.Where(run => run.Kind == RunKind.Step && !run.Dropped).MaxAsync(run => (int?)run.Number, cancellationToken);
        var runs = await before.Where(run => run.Number >= source).OrderBy(run => run.Number).Select(run => run.Id).ToListAsync(cancellationToken);

        return [.. runs, keeping.Id];
    }
}
