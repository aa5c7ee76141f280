using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.Rewrite;

/// <summary>Reads what rewriting has left open along a draft. What is open is little, however long the story is.</summary>
internal static class RewriteReading
{
    public static async Task<IReadOnlyDictionary<Guid, Rewriting>> ReadAsync(
        WritingDb db, Guid storyId, IReadOnlyList<DraftParagraph> paragraphs, CancellationToken cancellationToken)
    {
        var rows = await db.Runs
            .Where(run => run.StoryId == storyId && run.Kind == RunKind.Rewrite && !run.Dropped)
            .Where(run => run.State == RunState.Done || run.State == RunState.Failed || run.State == RunState.Interrupted)
            .OrderBy(run => run.Number)
            .ToListAsync(cancellationToken);
        var steps = rows.Select(row => row.ParentId).ToHashSet();
        var open = await WithTextsAsync(db, [.. paragraphs.Where(paragraph => steps.Contains(paragraph.StepId))], cancellationToken);
        var earlier = await EarlierTextsAsync(db, [.. open.Select(paragraph => paragraph.StepId)], cancellationToken);
        return open.ToDictionary(paragraph => paragraph.StepId, paragraph => Of(paragraph, [.. rows.Where(row => row.ParentId == paragraph.StepId)], earlier));
    }

    private static async Task<List<DraftParagraph>> WithTextsAsync(WritingDb db, List<DraftParagraph> paragraphs, CancellationToken cancellationToken)
    {
        var unread = paragraphs.Where(paragraph => !paragraph.IsRead).Select(paragraph => paragraph.StepId).ToList();
        var texts = unread.Count == 0 ? [] : await db.Steps.Where(row => unread.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Paragraph, cancellationToken);
        return [.. paragraphs.Select(paragraph => texts.TryGetValue(paragraph.StepId, out var text) ? paragraph with { Text = text } : paragraph)];
    }

    private static async Task<Dictionary<(Guid StepId, int Version), string>> EarlierTextsAsync(WritingDb db, List<Guid> steps, CancellationToken cancellationToken) =>
        steps.Count == 0 ? [] : await db.Revisions
            .Where(row => steps.Contains(row.StepId))
            .ToDictionaryAsync(row => (row.StepId, row.Version), row => row.Text, cancellationToken);

    // The latest proposal stands for those before it, and a failure only for what came after that.
    private static Rewriting Of(DraftParagraph paragraph, List<RunRow> rows, Dictionary<(Guid StepId, int Version), string> earlier)
    {
        var proposed = rows.FindLast(row => row.State == RunState.Done)?.ToRun();
        var failed = rows[^1].State != RunState.Done ? rows[^1].ToRun() : null;
        return new Rewriting(
            proposed is null ? null : ToProposed(paragraph, proposed, earlier),
            failed is null ? null : new RewriteFailed(failed.Id, failed.Request, failed.Failure));
    }

    private static RewriteProposed? ToProposed(DraftParagraph paragraph, Run run, Dictionary<(Guid StepId, int Version), string> earlier)
    {
        if (run.Request.Passage is not { } passage || !run.Arrived.TryGetValue(Section.RewrittenPassage, out var after))
        {
            return null;
        }

        var text = passage.Version == paragraph.Version ? paragraph.Text : earlier.GetValueOrDefault((paragraph.StepId, passage.Version), "");
        return passage.Start + passage.Length <= text.Length
            ? new RewriteProposed(run.Id, run.Request, text.Substring(passage.Start, passage.Length), after)
            : null;
    }
}
