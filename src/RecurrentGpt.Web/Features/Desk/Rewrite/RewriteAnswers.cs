using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>The author's answer to a proposal, each inside one transaction: it is taken into the paragraph, or dropped and the paragraph not touched.</summary>
internal static class RewriteAnswers
{
    /// <summary>Saves the paragraph as an edit by hand does, and closes the proposal with it. A locked paragraph takes none.</summary>
    public static async Task<ParagraphSaved> TakeAsync(WritingDb db, Guid runId, Guid stepId, string text, int version, DateTimeOffset now)
    {
        if (await db.StepMarks.AnyAsync(mark => mark.StepId == stepId && mark.IsLocked))
        {
            var step = await db.Steps.SingleAsync(row => row.Id == stepId);
            return new ParagraphSaved(new SaveResult(Saved: false, step.ParagraphVersion, step.Paragraph) { IsLocked = true }, step.StoryId, Entry: null);
        }

        var saved = await HandEdits.SaveParagraphAsync(db, stepId, text, version, now);
        if (saved.Result.Saved)
        {
            await DropAsync(db, runId);
        }

        return saved;
    }

    /// <summary>Closes a proposal, or a failed attempt, and all that were made for the paragraph before it.</summary>
    public static async Task<int> DropAsync(WritingDb db, Guid runId)
    {
        var run = await db.Runs.SingleOrDefaultAsync(row => row.Id == runId && row.Kind == RunKind.Rewrite)
            ?? throw new InvalidOperationException($"There is no rewriting {runId}.");
        return await db.Runs
            .Where(row => row.ParentId == run.ParentId && row.Kind == RunKind.Rewrite && row.Number <= run.Number)
            .ExecuteUpdateAsync(row => row.SetProperty(other => other.Dropped, true));
    }
}
