using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Comparison;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Compare;

/// <summary>Reads two branches beside each other: of their common beginning only the ids, of what differs a page at a time.</summary>
public sealed class CompareStore(IDbContextFactory<WritingDb> readers)
{
    /// <summary>Finds where two branches part. Null when one of the steps is not there.</summary>
    /// <param name="left">The step that the one branch ends with.</param>
    /// <param name="right">The step that the other ends with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">The two steps belong to different stories.</exception>
    public async Task<TwoBranches?> OpenAsync(Guid left, Guid right, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        var ends = await db.Steps
            .Where(step => step.Id == left || step.Id == right)
            .Select(step => new { step.Id, step.StoryId, End = new BranchEnd(step.Id, step.Number, step.ShortTermMemory) })
            .ToDictionaryAsync(step => step.Id, cancellationToken);
        if (!ends.TryGetValue(left, out var one) || !ends.TryGetValue(right, out var other))
        {
            return null;
        }

        if (one.StoryId != other.StoryId)
        {
            throw new ArgumentException("Only two branches of the same story can be compared.", nameof(right));
        }

        var common = Fork.Common(await IdsAsync(db, left, cancellationToken), await IdsAsync(db, right, cancellationToken));
        return new TwoBranches(one.End, other.End, common);
    }

    /// <summary>The paragraphs on some places of both branches, in pairs.</summary>
    public async Task<IReadOnlyList<ParagraphPair>> ReadPairsAsync(TwoBranches two, int first, int last, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(two);
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        var left = await ParagraphsAsync(db, two.Left, first, last, cancellationToken);
        var right = await ParagraphsAsync(db, two.Right, first, last, cancellationToken);
        var end = Math.Min(last, two.Last);

        return end < first ? [] : [.. Enumerable.Range(first, end - first + 1).Select(number => new ParagraphPair(number, left.GetValueOrDefault(number), right.GetValueOrDefault(number)))];
    }

    /// <summary>Whether no model and no other branch may change a paragraph.</summary>
    public async Task<bool> IsLockedAsync(Guid stepId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        return await db.StepMarks.AnyAsync(mark => mark.StepId == stepId && mark.IsLocked, cancellationToken);
    }

    private static async Task<IReadOnlyList<Guid>> IdsAsync(WritingDb db, Guid tip, CancellationToken cancellationToken) =>
        await db.PathTo(tip).OrderBy(step => step.Number).Select(step => step.Id).ToListAsync(cancellationToken);

    private static Task<Dictionary<int, DraftParagraph>> ParagraphsAsync(WritingDb db, BranchEnd end, int first, int last, CancellationToken cancellationToken) => (
        from step in db.PathTo(end.StepId)
        where step.Number >= first && step.Number <= last
        join mark in db.StepMarks on step.Id equals mark.StepId into marks
        from mark in marks.DefaultIfEmpty()
        select new DraftParagraph(
            step.Id, step.RunId, step.Number, step.Paragraph, new Plan(step.PlanText, step.PlanSource), step.IsEdited, step.ParagraphVersion)
        {
            IsLocked = mark != null && mark.IsLocked,
        }).ToDictionaryAsync(paragraph => paragraph.Number, cancellationToken);
}
