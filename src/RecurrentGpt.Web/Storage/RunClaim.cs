using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Storage;

/// <summary>Takes a story for one run.</summary>
internal static class RunClaim
{
    public static async Task<Run?> TakeAsync(WritingDb db, Guid runId, RunRequest request, DateTimeOffset now)
    {
        TextLimit.Check(request);
        await RefuseWhatIsNotThereAsync(db, request);
        if (await db.IsBeingWrittenAsync(request.StoryId))
        {
            return null;
        }

        var row = await AddAsync(db, runId, request, now);

        // What arrived before is part of what is asked for, and a row keeps it with the run.
        return row.ToRun() with { Request = request };
    }

    /// <summary>The run of a step that was written ahead: it takes no turn, since another one may write meanwhile, and is stored as done with what it wrote.</summary>
    /// <exception cref="InvalidOperationException">The story or the step is not there any more.</exception>
    public static async Task<RunRow> ToBranchAsync(WritingDb db, Guid runId, RunRequest request, DateTimeOffset now)
    {
        TextLimit.Check(request);
        await RefuseWhatIsNotThereAsync(db, request);
        return await AddAsync(db, runId, request, now);
    }

    private static async Task<RunRow> AddAsync(WritingDb db, Guid runId, RunRequest request, DateTimeOffset now)
    {
        var last = await db.Runs.Where(run => run.StoryId == request.StoryId).MaxAsync(run => (int?)run.Number) ?? 0;
        return db.Runs.Add(ToRow(runId, request, last + 1, now)).Entity;
    }

    private static async Task RefuseWhatIsNotThereAsync(WritingDb db, RunRequest request)
    {
        if (!await db.Stories.AnyAsync(story => story.Id == request.StoryId && story.DeletedAt == null))
        {
            throw new InvalidOperationException($"There is no story {request.StoryId}.");
        }

        if (request.ParentId is { } parentId && !await db.Steps.AnyAsync(step => step.Id == parentId && step.StoryId == request.StoryId))
        {
            throw new InvalidOperationException($"Story {request.StoryId} has no step {parentId}.");
        }
    }

    private static RunRow ToRow(Guid runId, RunRequest request, int number, DateTimeOffset now) => new()
    {
        Id = runId,
        StoryId = request.StoryId,
        Number = number,
        Kind = request.Kind,
        ParentId = request.ParentId,
        PlanText = request.Plan?.Text,
        PlanSource = request.Plan?.Source,
        Text = request.Text,
        PlanNumber = request.PlanNumber,
        HeadId = request.HeadId,
        Passage = request.Passage,
        Toss = request.Toss,
        Held = request.Held,
        AutopilotId = request.AutopilotId,
        Choice = request.Choice,
        Turn = request.Turn,
        State = RunState.Running,
        Partial = "",
        Arrived = request.Arrived,
        StartedAt = now,
    };
}
