using Microsoft.EntityFrameworkCore;
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
    public static async Task<IReadOnlyList<Step>> StoreAsync(WritingDb db, Guid runId, StoryChange change, DateTimeOffset now)
    {
        var run = await db.Runs.SingleOrDefaultAsync(row => row.Id == runId);
        if (run is not { State: RunState.Running })
        {
            throw new InvalidOperationException($"Run {runId} is not running: it has stored its steps before, or was ended.");
        }

        return await new StoryCommit(db, run, now).StoreAsync(change);
    }

    private async Task<IReadOnlyList<Step>> StoreAsync(StoryChange change)
    {
        var story = await _db.Stories.SingleAsync(row => row.Id == _run.StoryId);
        var parent = await _db.Steps.SingleOrDefaultAsync(row => row.Id == _run.ParentId);
        var steps = AddSteps(parent, change.Steps);
        await AddPlansAsync(parent, change.Plans);
        ChangeStory(story, change, steps);
        EndRun(change.Exchanges);

        return steps;
    }

    private List<Step> AddSteps(StepRow? parent, IReadOnlyList<NewStep> newSteps)
    {
        var steps = new List<Step>();
        var previous = parent;
        foreach (var step in newSteps)
        {
            previous = NewStepRow.Make(step, _run, previous, _now);
            var plans = PlanRow.MakeSet(step.Id, set: 1, step.Plans).ToList();
            _db.Steps.Add(previous);
            _db.Plans.AddRange(plans);
            _db.MemoryEntries.Add(NewStepRow.MakeEntry(step));
            steps.Add(previous.ToStep(step.Summary, plans));
        }

        if (parent is not null && steps is [var first, ..])
        {
            parent.NextStepId = first.Id;
        }

        return steps;
    }

    private async Task AddPlansAsync(StepRow? parent, IReadOnlyList<string>? texts)
    {
        if (texts is null || parent is null)
        {
            return;
        }

        var newest = await _db.Plans.Where(plan => plan.StepId == parent.Id).MaxAsync(plan => (int?)plan.Set) ?? 0;
        _db.Plans.AddRange(PlanRow.MakeSet(parent.Id, newest + 1, texts));
        parent.PlansVersion = parent.NextVersion();
    }

    private void ChangeStory(StoryRow story, StoryChange change, List<Step> steps)
    {
        story.Title = story.Title.Length == 0 && change.Title is { } title ? title : story.Title;
        story.Outline = change.Outline ?? story.Outline;
        story.HeadId = steps is [.., var last] ? last.Id : story.HeadId;
        story.ChangedAt = _now;
    }

    private void EndRun(IReadOnlyList<Exchange> exchanges)
    {
        _db.Exchanges.AddRange(exchanges.Select((exchange, index) => ExchangeRow.Of(_run.Id, index, exchange)));
        _run.State = RunState.Done;
        _run.Partial = "";
        _run.EndedAt = _now;
    }
}
