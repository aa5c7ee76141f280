using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.Rewrite;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>Reads what lies on the desk; the number of queries does not depend on the story's length.</summary>
internal static class DraftReading
{
    public static async Task<Draft?> ReadAsync(WritingDb db, Guid storyId, int room, CancellationToken cancellationToken)
    {
        var story = await db.Stories.SingleOrDefaultAsync(row => row.Id == storyId && row.DeletedAt == null, cancellationToken);
        if (story is null)
        {
            return null;
        }

        var head = story.HeadId is { } headId ? await db.FindStepAsync(headId, cancellationToken) : null;
        var paragraphs = head is null ? [] : await ReadPathAsync(db, head.Id, head.Number - room, cancellationToken);
        var leftover = await Leftovers.FindAsync(db, storyId, story.HeadId, cancellationToken);
        var canRedo = await db.Steps.AnyAsync(step => step.Id == story.HeadId && step.NextStepId != null, cancellationToken);

        return new Draft(story.ToStory(), paragraphs, head, HeadMoves.CanUndo(head), canRedo, leftover)
        {
            Words = await db.Steps.Where(step => step.Id == story.HeadId).Select(step => step.PathWords).SingleOrDefaultAsync(cancellationToken),
            Proposals = head is null ? [] : await Proposals.FindAsync(db, storyId, head.Id, cancellationToken),
            Offered = await ReadOfferedAsync(db, head, paragraphs, cancellationToken),
            Rewritings = await RewriteReading.ReadAsync(db, storyId, paragraphs, cancellationToken),
        };
    }

    private static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<OfferedChoice>>> ReadOfferedAsync(
        WritingDb db,
        Step? head,
        IReadOnlyList<DraftParagraph> paragraphs,
        CancellationToken cancellationToken)
    {
        var chosen = paragraphs.Where(paragraph => paragraph.Choice is not null).ToDictionary(paragraph => paragraph.StepId, paragraph => paragraph.Choice!.Offered);
        return head is not null && chosen.Count > 0 ? await OfferedChoices.ReadAsync(db, head.Id, chosen, cancellationToken) : OfferedChoices.None;
    }

    private static async Task<IReadOnlyList<DraftParagraph>> ReadPathAsync(WritingDb db, Guid headId, int unread, CancellationToken cancellationToken)
    {
        var paragraphs = await ReadParagraphsAsync(db, headId, unread, cancellationToken);
        var siblings = await SiblingReading.ReadAsync(db, headId, cancellationToken);
        if (siblings.Count > 0)
        {
            paragraphs = [.. paragraphs.Select(paragraph => paragraph with { Siblings = siblings.GetValueOrDefault(paragraph.StepId) })];
        }

        if (!paragraphs.Any(paragraph => paragraph.IsEdited))
        {
            return paragraphs;
        }

        var against = await OlderReadings.FindAsync(db, headId, cancellationToken);
        return [.. paragraphs.Select(paragraph => against.Contains(paragraph.StepId) ? paragraph with { WrittenAgainst = [.. against[paragraph.StepId]] } : paragraph)];
    }

    // A desk shows the end of a story: of the paragraphs before, only what is short is read, so that it opens in the same time and room whatever the length.
    private static async Task<IReadOnlyList<DraftParagraph>> ReadParagraphsAsync(WritingDb db, Guid headId, int unread, CancellationToken cancellationToken) =>
        await (
            from step in db.PathTo(headId)
            join mark in db.StepMarks on step.Id equals mark.StepId into marks
            from mark in marks.DefaultIfEmpty()
            orderby step.Number
            select new DraftParagraph(
                step.Id,
                step.RunId,
                step.Number,
                step.Number > unread ? step.Paragraph : "",
                new Plan(step.Number > unread ? step.PlanText : "", step.PlanSource),
                step.IsEdited,
                step.ParagraphVersion)
            {
                IsRead = step.Number > unread,
                Chapter = mark == null ? "" : mark.Chapter,
                Note = mark == null ? "" : mark.Note,
                Coverage = step.Coverage,
                Turn = step.Turn,
                Choice = step.PlanSource != PlanSource.Autopilot ? null : db.Runs.Where(run => run.Id == step.RunId).Select(run => run.Choice).FirstOrDefault(),
                PreferredPlan = mark == null ? null : mark.PreferredPlan,
                IsLocked = mark != null && mark.IsLocked,
                MarksVersion = mark == null ? 0 : mark.Version,
                IsSummaryOutdated = step.IsEdited && db.MemoryEntries.Any(entry => entry.StepId == step.Id && entry.ParagraphVersion != step.ParagraphVersion),
            }).ToListAsync(cancellationToken);
}
