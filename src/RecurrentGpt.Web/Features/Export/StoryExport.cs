using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Export;

/// <summary>Reads a story for a file: the paragraphs on the path to its head, a few at a time.</summary>
public sealed class StoryExport(IDbContextFactory<WritingDb> databases)
{
    private const int StepsAtOnce = 100;

    /// <summary>Null when there is no such story, or it is deleted.</summary>
    public async Task<ExportedStory?> FindAsync(Guid storyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        if (await db.Stories.SingleOrDefaultAsync(row => row.Id == storyId && row.DeletedAt == null, cancellationToken) is not { } row)
        {
            return null;
        }

        var path = row.HeadId is { } head ? await db.PathTo(head).OrderBy(step => step.Number).Select(step => step.Id).ToListAsync(cancellationToken) : [];
        return new ExportedStory
        {
            Card = row.ToStory().Card,
            ChangedAt = row.ChangedAt,
            Paragraphs = path.Count,
            Words = await db.Steps.Where(step => step.Id == row.HeadId).Select(step => step.PathWords).SingleOrDefaultAsync(cancellationToken),
            Steps = ReadAsync(path, ReadStepsAsync, CancellationToken.None),
            Prose = ReadAsync(path, ReadProseAsync, CancellationToken.None),
        };
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        List<Guid> path, Func<WritingDb, Guid[], CancellationToken, Task<IReadOnlyList<T>>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var ids in path.Chunk(StepsAtOnce))
        {
            foreach (var step in await read(db, ids, cancellationToken))
            {
                yield return step;
            }
        }
    }

    private static async Task<IReadOnlyList<ExportedParagraph>> ReadProseAsync(WritingDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        var query =
            from step in db.Steps
            where ids.Contains(step.Id)
            join mark in db.StepMarks on step.Id equals mark.StepId into marks
            from mark in marks.DefaultIfEmpty()
            orderby step.Number
            select new ExportedParagraph(step.Paragraph, mark.Chapter ?? "", step.PlanText, step.Turn);
        return await query.ToListAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<Step>> ReadStepsAsync(WritingDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        var steps = await db.Steps.Where(step => ids.Contains(step.Id)).ToDictionaryAsync(step => step.Id, cancellationToken);
        var summaries = await db.MemoryEntries.Where(entry => ids.Contains(entry.StepId))
            .Select(entry => new { entry.StepId, entry.Summary })
            .ToDictionaryAsync(entry => entry.StepId, entry => entry.Summary, cancellationToken);
        var plans = await db.Plans.Where(plan => ids.Contains(plan.StepId)).ToListAsync(cancellationToken);
        var marks = await db.StepMarks.Where(mark => ids.Contains(mark.StepId)).ToDictionaryAsync(mark => mark.StepId, cancellationToken);
        var offered = plans.ToLookup(plan => plan.StepId);

        return
        [
            .. ids.Select(id => steps[id].ToStep(
                summaries[id],
                offered[id].Where(plan => plan.Set == offered[id].Max(other => other.Set)),
                marks.GetValueOrDefault(id))),
        ];
    }
}
