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

    private static async Task<IReadOnlyList<ExportedStep>> ReadStepsAsync(WritingDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        var query =
            from step in db.Steps
            where ids.Contains(step.Id)
            join entry in db.MemoryEntries on step.Id equals entry.StepId
            join mark in db.StepMarks on step.Id equals mark.StepId into marks
            from mark in marks.DefaultIfEmpty()
            orderby step.Number
            select new
            {
                step.Id,
                Told = new ExportedStep
                {
                    Number = step.Number,
                    Chapter = mark.Chapter ?? "",
                    Plan = new Plan(step.PlanText, step.PlanSource),
                    Turn = step.Turn,
                    Paragraph = step.Paragraph,
                    Summary = entry.Summary,
                    Rationale = step.Rationale,
                    ShortTermMemory = step.ShortTermMemory,
                    Plans = Array.Empty<string>(),
                    Recalled = step.Recalled,
                    Model = step.Model,
                    Usage = new TokenUsage(step.InputTokens, step.OutputTokens, step.CachedTokens),
                    WrittenAt = step.WrittenAt,
                },
            };
        var plans = await ReadPlansAsync(db, ids, cancellationToken);
        var steps = await query.ToListAsync(cancellationToken);
        return [.. steps.Select(step => step.Told with { Plans = [.. plans[step.Id]] })];
    }

    // Earlier sets are kept as plans not taken.
    private static async Task<ILookup<Guid, string>> ReadPlansAsync(WritingDb db, Guid[] ids, CancellationToken cancellationToken)
    {
        var query =
            from plan in db.Plans
            where ids.Contains(plan.StepId) && plan.Set == db.Plans.Where(other => other.StepId == plan.StepId).Max(other => other.Set)
            orderby plan.Number
            select new { plan.StepId, plan.Text };
        return (await query.ToListAsync(cancellationToken)).ToLookup(plan => plan.StepId, plan => plan.Text);
    }
}
