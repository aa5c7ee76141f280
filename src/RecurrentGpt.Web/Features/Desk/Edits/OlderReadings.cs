using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Edits;

/// <summary>
/// Finds for the steps of a path which earlier paragraphs read otherwise when they were written. Nothing is remembered: it follows from the revisions, so that going back
/// to the older text takes the mark away by itself.
/// </summary>
internal static class OlderReadings
{
    /// <summary>The numbers of those paragraphs by the step that was written against them; steps that fit are not there.</summary>
    public static async Task<ILookup<Guid, int>> FindAsync(WritingDb db, Guid headId, CancellationToken cancellationToken)
    {
        var replaced = await (
            from step in db.PathTo(headId)
            join revision in db.Revisions on step.Id equals revision.StepId
            orderby revision.ReplacedAt, revision.Version
            select new Replaced(step.Number, revision.ReplacedAt, revision.Text == step.Paragraph)).ToListAsync(cancellationToken);
        if (replaced.Count == 0)
        {
            return Enumerable.Empty<int>().ToLookup(_ => Guid.Empty);
        }

        var first = replaced.Min(revision => revision.Number);
        var later = await (
            from step in db.PathTo(headId)
            join mark in db.StepMarks on step.Id equals mark.StepId into marks
            from mark in marks.DefaultIfEmpty()
            where step.Number > first
            orderby step.Number
            select new Later(step.Id, step.Number, step.WrittenAt, mark == null ? null : mark.FoundFittingAt)).ToListAsync(cancellationToken);
        var edited = replaced.GroupBy(revision => revision.Number).OrderBy(group => group.Key).Select(group => (Number: group.Key, Revisions: group.ToArray())).ToList();
        return later
            .SelectMany(step => edited.Where(paragraph => paragraph.Number < step.Number && ReadOtherwise(paragraph.Revisions, step.Moment)).Select(paragraph => (step.StepId, paragraph.Number)))
            .ToLookup(found => found.StepId, found => found.Number);
    }

    // The first revision that was replaced after the moment holds the text of the moment; when there is none, the text has stood since.
    private static bool ReadOtherwise(Replaced[] revisions, DateTimeOffset moment)
    {
        var place = Array.FindIndex(revisions, revision => revision.At > moment);
        return place >= 0 && !revisions[place].IsAsNow;
    }

    private sealed record Replaced(int Number, DateTimeOffset At, bool IsAsNow);

    private sealed record Later(Guid StepId, int Number, DateTimeOffset WrittenAt, DateTimeOffset? FoundFittingAt)
    {
        public DateTimeOffset Moment => FoundFittingAt > WrittenAt ? FoundFittingAt.Value : WrittenAt;
    }
}
