using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Stores all that one run adds to a story, inside the transaction of its caller.</summary>
internal sealed class StoryCommit
{
    private readonly WritingDb _db;
    private readonly RunRow _run;
    private readonly DateTimeOffset _now;

    private StoryCommit(WritingDb db, RunRow run, DateTimeOffset now)
    {
        _db = db;
        _run = run;
        _now = now;
    }

    /// <exception cref="InvalidOperationException">The run is not running.</exception>
    public static async Task<Committed> StoreAsync(WritingDb db, Guid runId, StoryChange change, DateTimeOffset now)
    {
        var run = await db.Runs.SingleOrDefaultAsync(row => row.Id == runId);
        if (run is not { State: RunState.Running })
        {
            throw new InvalidOperationException($"Run {runId} is not running: it has stored its steps before, or was ended.");
        }

        return await new StoryCommit(db, run, now).StoreAsync(change);
    }

    /// <summary>Stores a step beside the head, which stays where it is, and where it was left.</summary>
    public static Task<Committed> StoreBranchAsync(WritingDb db, RunRow run, StoryChange change, DateTimeOffset now) => new StoryCommit(db, run, now).StoreBranchAsync(change);

    private async Task<Committed> StoreBranchAsync(StoryChange change)
    {
        var parent = await _db.Steps.SingleOrDefaultAsync(row => row.Id == _run.ParentId);
        var steps = AddSteps(parent, change.Steps);
        (await _db.Stories.SingleAsync(row => row.Id == _run.StoryId)).ChangedAt = _now;
        EndRun(change);

        return new Committed(steps, null);
    }

    private async Task<Committed> StoreAsync(StoryChange change)
    {
        var story = await _db.Stories.SingleAsync(row => row.Id == _run.StoryId);
        await RememberWaysAsync(story.HeadId, change);
        var parent = await _db.Steps.SingleOrDefaultAsync(row => row.Id == _run.ParentId);
        var steps = AddSteps(parent, change.Steps);
        LeadTo(parent, steps);
        await AddPlansAsync(parent, change.Plans);
        var entry = await ChangeSummaryAsync(parent, change.Summary);
        ChangeCoverage(parent, change.Coverage);
        await Extension.StoreAsync(_db, parent, change.Extended, _now);
        ChangeStory(story, change, steps);
        EndRun(change);

        return new Committed(steps, entry);
    }

    // A step that does not go on from the head leaves the head's path behind, and both must be found again.
    private async Task RememberWaysAsync(Guid? headId, StoryChange change)
    {
        if (change.Steps.Count > 0 && headId is { } left && _run.ParentId is { } parentId && left != parentId)
        {
            await _db.RememberWayAsync(left);
            await _db.RememberWayAsync(parentId);
        }
    }

    private List<Step> AddSteps(StepRow? parent, IReadOnlyList<NewStep> newSteps)
    {
        var steps = new List<Step>();
        var previous = parent;
        foreach (var step in newSteps)
        {
            previous = NewStepRow.Make(step, _run, previous, _now);
            var plans = PlanRow.MakeSet(step.Id, step.Plans).ToList();
            _db.Steps.Add(previous);
            _db.Plans.AddRange(plans);
            _db.MemoryEntries.Add(NewStepRow.MakeEntry(step));
            steps.Add(previous.ToStep(step.Summary, plans, marks: null));
        }

        return steps;
    }

    private static void LeadTo(StepRow? parent, List<Step> steps)
    {
        if (parent is not null && steps is [var first, ..])
        {
            parent.NextStepId = first.Id;
        }
    }

    private async Task AddPlansAsync(StepRow? parent, IReadOnlyDictionary<int, string>? texts)
    {
        if (texts is null || parent is null)
        {
            return;
        }

        _db.Plans.AddRange(PlanRow.MakeNextSet(parent.Id, await _db.OfferedPlans(parent.Id).ToListAsync(), texts));
        parent.PlansVersion = parent.NextVersion();
    }

    // What the author wrote by hand stays; the model's new words lie beside it.
    private async Task<MemoryEntry?> ChangeSummaryAsync(StepRow? parent, NewSummary? summary)
    {
        if (summary is null || parent is null)
        {
            return null;
        }

        var entry = await _db.MemoryEntries.SingleAsync(row => row.StepId == parent.Id);
        entry.ParagraphVersion = summary.ParagraphVersion;
        entry.Version++;
        if (entry.WrittenSummary is not null && entry.Summary != summary.Text)
        {
            entry.WrittenSummary = summary.Text;
        }
        else
        {
            entry.WrittenSummary = null;
            entry.Summary = summary.Text;
            entry.Vector = VectorBytes.From(summary.Vector);
            entry.EmbeddingModel = summary.Vector is null ? "" : summary.EmbeddingModel;
            entry.Dimensions = summary.Vector?.Length ?? 0;
        }

        return entry.ToEntry(parent.ParentId, parent.Number, parent.ParagraphVersion);
    }

    private static void ChangeCoverage(StepRow? parent, PlanCoverage? coverage)
    {
        if (parent is not null && coverage is not null)
        {
            parent.Coverage = coverage;
        }
    }

    private void ChangeStory(StoryRow story, StoryChange change, List<Step> steps)
    {
        story.Title = story.Title.Length == 0 && change.Title is { } title ? title : story.Title;
        story.Outline = change.Outline ?? story.Outline;
        story.HeadId = steps is [.., var last] ? last.Id : story.HeadId;
        story.ChangedAt = _now;
    }

    private void EndRun(StoryChange change)
    {
        _db.Exchanges.AddRange(change.Exchanges.Select((exchange, index) => ExchangeRow.Of(_run.Id, index, exchange)));
        _run.State = RunState.Done;
        _run.AheadAt = change.AheadAt;
        _run.Partial = "";
        _run.Arrived = change.Proposal;
        _run.EndedAt = _now;
    }
}
