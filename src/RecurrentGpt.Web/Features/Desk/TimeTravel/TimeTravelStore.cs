using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.TimeTravel;

/// <summary>
/// Reads a step as it was when it was written. A paragraph that was edited has the text of any moment among its revisions; what else a step was made of
/// is kept with the step and never changed.
/// </summary>
public sealed class TimeTravelStore(IDbContextFactory<WritingDb> readers)
{
    /// <summary>Null when there is no such step.</summary>
    public async Task<PastStep?> ReadAsync(Guid stepId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        if (await db.Steps.SingleOrDefaultAsync(step => step.Id == stepId, cancellationToken) is not { } row)
        {
            return null;
        }

        return ToStep(row) with
        {
            CanStandOn = !await db.Steps.AnyAsync(child => child.ParentId == stepId && child.PlanSource == PlanSource.Opening, cancellationToken),
            Paragraph = new PastText(await WrittenAsync(db, stepId, cancellationToken) ?? row.Paragraph, row.Paragraph),
            GivenMemory = await GivenMemoryAsync(db, row, cancellationToken),
            Plans = await PlansAsync(db, stepId, cancellationToken),
            ChangedEntries = await ChangedEntriesAsync(db, row.Recalled, cancellationToken),
        };
    }

    /// <summary>The draft from one paragraph to another, both with them, as it was when a step of it was written.</summary>
    public async Task<IReadOnlyList<PastParagraph>> ReadDraftAsync(Guid stepId, int first, int last, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        var writtenAt = await db.Steps.Where(step => step.Id == stepId).Select(step => step.WrittenAt).SingleOrDefaultAsync(cancellationToken);
        var paragraphs =
            from step in db.PathTo(stepId)
            where step.Number >= first && step.Number <= last
            orderby step.Number
            select new
            {
                step.Id,
                step.Number,
                step.Paragraph,
                // What was replaced first after that moment stood at that moment; the step's own paragraph is shown before any edit.
                Then = db.Revisions
                    .Where(revision => revision.StepId == step.Id && (revision.ReplacedAt > writtenAt || step.Id == stepId))
                    .OrderBy(revision => revision.Version)
                    .Select(revision => revision.Text)
                    .FirstOrDefault(),
            };
        var rows = await paragraphs.ToListAsync(cancellationToken);

        return [.. rows.Select(row => new PastParagraph(row.Id, row.Number, new PastText(row.Then ?? row.Paragraph, row.Paragraph)))];
    }

    private static PastStep ToStep(StepRow row) => new()
    {
        Id = row.Id,
        ParentId = row.ParentId,
        NextId = row.NextStepId,
        RunId = row.RunId,
        Number = row.Number,
        CanStandOn = true,
        WrittenAt = row.WrittenAt,
        Plan = new Plan(row.PlanText, row.PlanSource),
        Turn = row.Turn,
        Paragraph = new PastText(row.Paragraph, row.Paragraph),
        Memory = new PastText(row.WrittenMemory, row.ShortTermMemory),
        IsMemoryEdited = row.MemoryVersion > 0,
        Rationale = row.Rationale,
        Plans = [],
        Recalled = row.Recalled,
        ChangedEntries = [],
        RecalledWithout = row.RecalledWithout,
        NewCharacter = row.NewCharacter,
        Settings = row.Settings,
        Model = row.Model,
        Usage = new TokenUsage(row.InputTokens, row.OutputTokens, row.CachedTokens),
        Elapsed = row.Elapsed,
    };

    private static Task<string?> WrittenAsync(WritingDb db, Guid stepId, CancellationToken cancellationToken) =>
        db.Revisions.Where(revision => revision.StepId == stepId).OrderBy(revision => revision.Version).Select(revision => revision.Text).FirstOrDefaultAsync(cancellationToken);

    private static async Task<PastText?> GivenMemoryAsync(WritingDb db, StepRow row, CancellationToken cancellationToken) => row.PlanSource == PlanSource.Opening
        ? null
        : new PastText(row.SentMemory, await db.Steps.Where(step => step.Id == row.ParentId).Select(step => step.ShortTermMemory).SingleOrDefaultAsync(cancellationToken));

    // Each run for new plans made one set, so that one set more is the one that came with the step: a paragraph kept by hand may have come with none.
    private static async Task<IReadOnlyList<NumberedText>> PlansAsync(WritingDb db, Guid stepId, CancellationToken cancellationToken)
    {
        var rows = await db.Plans.Where(plan => plan.StepId == stepId).ToListAsync(cancellationToken);
        var asked = await db.Runs.CountAsync(run => run.ParentId == stepId && run.Kind == RunKind.NewPlans && run.State == RunState.Done, cancellationToken);
        var last = rows.Select(plan => plan.Set).DefaultIfEmpty().Max();
        var now = rows.Where(plan => plan.Set == last).ToDictionary(plan => plan.Number, plan => plan.Text);

        return last <= asked
            ? []
            : [.. rows.Where(plan => plan.Set == 1).OrderBy(plan => plan.Number).Select(plan => new NumberedText(plan.Number, new PastText(plan.Written, now.GetValueOrDefault(plan.Number))))];
    }

    private static async Task<IReadOnlyList<NumberedText>> ChangedEntriesAsync(WritingDb db, IReadOnlyList<RecalledEntry> recalled, CancellationToken cancellationToken)
    {
        var steps = recalled.Select(entry => entry.StepId).ToList();
        var now = await db.MemoryEntries.Where(entry => steps.Contains(entry.StepId)).ToDictionaryAsync(entry => entry.StepId, entry => entry.Summary, cancellationToken);

        return [.. recalled
            .Where(entry => now.ContainsKey(entry.StepId))
            .Select(entry => new NumberedText(entry.Step, new PastText(entry.Text, now[entry.StepId])))
            .Where(entry => entry.Text.IsOther)];
    }
}
