using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Edits;

/// <summary>Finds the text of a paragraph that memory was last told of, which an edit is to be compared with.</summary>
internal static class OlderText
{
    /// <summary>Null when there is no such step.</summary>
    public static async Task<string?> FindAsync(WritingDb db, Guid stepId, Guid headId, CancellationToken cancellationToken)
    {
        var step = await db.Steps.Where(row => row.Id == stepId).Select(row => new { row.Paragraph, row.ParagraphVersion }).SingleOrDefaultAsync(cancellationToken);
        if (step is null)
        {
            return null;
        }

        // What was proposed and not answered has not come into memory: the next proposal takes its place, and must know what it knew.
        var latest = await db.Runs.Where(run => run.ParentId == stepId && run.HeadId == headId && run.Kind == RunKind.Reread && run.State == RunState.Done)
            .OrderByDescending(run => run.Number).FirstOrDefaultAsync(cancellationToken);
        if (latest is { Dropped: false, Arrived.Count: > 0 } && !Prose.HasSameWords(latest.Text, step.Paragraph))
        {
            return latest.Text;
        }

        var version = await db.MemoryEntries.Where(entry => entry.StepId == stepId).Select(entry => entry.ParagraphVersion).SingleAsync(cancellationToken);
        return version == step.ParagraphVersion ? step.Paragraph : await OfVersionAsync(db, stepId, version, cancellationToken) ?? step.Paragraph;
    }

    /// <summary>An earlier text; null when there is none of that version.</summary>
    public static Task<string?> OfVersionAsync(WritingDb db, Guid stepId, int version, CancellationToken cancellationToken = default) =>
        db.Revisions.Where(row => row.StepId == stepId && row.Version == version).Select(row => row.Text).SingleOrDefaultAsync(cancellationToken);
}
