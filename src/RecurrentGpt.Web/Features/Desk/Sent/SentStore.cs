using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.Sent;

/// <summary>Reads what a run sent, and what it was made of.</summary>
public sealed class SentStore(IDbContextFactory<WritingDb> readers)
{
    private static readonly RunKind[] WithoutAParagraph = [RunKind.NewPlans, RunKind.Reread, RunKind.Rewrite, RunKind.Coverage, RunKind.Choice, RunKind.Judgement];

    /// <summary>Null when there is no such run.</summary>
    public async Task<SentRun?> ReadAsync(Guid runId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        if (await db.Runs.SingleOrDefaultAsync(run => run.Id == runId, cancellationToken) is not { } run)
        {
            return null;
        }

        var runs = await KeptRuns.OfAsync(db, run, cancellationToken);
        var rows = await db.Exchanges.Where(row => runs.Contains(row.RunId)).OrderBy(row => row.Ordinal).ToListAsync(cancellationToken);
        var exchanges = runs.SelectMany(id => rows.Where(row => row.RunId == id));
        var story = await db.Stories.SingleAsync(row => row.Id == run.StoryId, cancellationToken);
        return new SentRun(run.ToRun(), [.. exchanges.Select(row => row.ToExchange())], story.ToStory().Card)
        {
            Step = await db.Steps
                .Where(step => step.RunId == runId)
                .OrderByDescending(step => step.Number)
                .Select(step => new SentStep(step.SentMemory, step.Recalled, step.RecalledWithout, step.NewCharacter))
                .FirstOrDefaultAsync(cancellationToken),
            LastParagraph = await LastParagraphAsync(db, run, cancellationToken),
        };
    }

    /// <summary>The runs of a story that wrote no paragraph and have ended, in order.</summary>
    public async Task<IReadOnlyList<OtherRun>> ReadOthersAsync(Guid storyId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        return await db.Runs
            .Where(run => run.StoryId == storyId && run.State != RunState.Running && (run.State != RunState.Done || WithoutAParagraph.Contains(run.Kind)))
            .Where(run => db.Exchanges.Any(exchange => exchange.RunId == run.Id))
            .OrderBy(run => run.Number)
            .Select(run => new OtherRun(run.Id, run.ParentId, run.Kind))
            .ToListAsync(cancellationToken);
    }

    // The first revision that was replaced after the start holds what stood at the start.
    private static async Task<string?> LastParagraphAsync(WritingDb db, RunRow run, CancellationToken cancellationToken)
    {
        var revisions = await db.Revisions.Where(row => row.StepId == run.ParentId).OrderBy(row => row.Version).ToListAsync(cancellationToken);
        return revisions.FirstOrDefault(row => row.ReplacedAt > run.StartedAt)?.Text
            ?? await db.Steps.Where(step => step.Id == run.ParentId).Select(step => step.Paragraph).SingleOrDefaultAsync(cancellationToken);
    }
}
