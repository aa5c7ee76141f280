using RecurrentGpt.Authors;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Commands;

/// <summary>Writes a story run by run: the opening if there is none, then steps, each by a plan that the author chooses.</summary>
internal sealed class StoryWriter(StoryRunner runner, IStoryStore store, DraftStore drafts, IPlanChooser author, WriteProgress progress, TraceFile? trace)
{
    /// <summary>Ends when all is written, or with the first run that is not done. A stop ends the run that is being written, and what stands stays.</summary>
    public async Task<RunResult> WriteAsync(Story story, string opening, int steps, CancellationToken stop)
    {
        var last = await HeadAsync(story, opening, stop);
        for (var step = 1; step <= steps && last.State == RunState.Done; step++)
        {
            last = await StepAsync(last.Steps[^1], step, steps, stop);
        }

        return last;
    }

    private async Task<RunResult> HeadAsync(Story story, string opening, CancellationToken stop)
    {
        if (story.HeadId is { } id)
        {
            var head = await store.FindStepAsync(id, stop) ?? throw new InvalidOperationException("The step that the story stands on is not there.");
            return Standing(head);
        }

        progress.Opening();
        var kind = opening.Length > 0 ? RunKind.OwnOpening : RunKind.Opening;
        return await CarryAsync(new RunRequest(story.Id, kind) { Text = opening }, stop);
    }

    private async Task<RunResult> StepAsync(Step head, int step, int steps, CancellationToken stop)
    {
        var offered = await OfferedAsync(head, stop);
        if (offered.State != RunState.Done)
        {
            return offered;
        }

        var plan = author.Choose(Usable(offered.Steps[^1]), head.Number + 1).ToPlan();
        progress.Step(step, steps, plan);
        return await CarryAsync(new RunRequest(head.StoryId, RunKind.Step) { ParentId = head.Id, Plan = plan }, stop);
    }

    // A paragraph that was kept from a failed run, or a desk that was left with empty plans, has nothing to choose from.
    private async Task<RunResult> OfferedAsync(Step head, CancellationToken stop)
    {
        if (Usable(head).Count > 0)
        {
            return Standing(head);
        }

        progress.NewPlans();
        var result = await CarryAsync(new RunRequest(head.StoryId, RunKind.NewPlans) { ParentId = head.Id }, stop);
        return result.State == RunState.Done
            ? Standing(await store.FindStepAsync(head.Id, stop) ?? throw new InvalidOperationException("The step that got new plans is not there."))
            : result;
    }

    private async Task<RunResult> CarryAsync(RunRequest request, CancellationToken stop)
    {
        StoryRun run;
        try
        {
            run = await runner.StartAsync(request, stop) ?? throw new InvalidOperationException("The story is being written already.");
        }
        catch (ModelException refused)
        {
            return new RunResult(RunState.Failed, refused.Failure, [], []);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new RunResult(RunState.Stopped, null, [], []);
        }

        return await WatchAsync(run, stop);
    }

    private async Task<RunResult> WatchAsync(StoryRun run, CancellationToken stop)
    {
        // Not awaited here: the run's own end, which is, comes after it.
        using var stopping = stop.Register(() => _ = run.StopAsync());
        await foreach (var stepEvent in run.WatchAsync(CancellationToken.None))
        {
            progress.Show(stepEvent);
        }

        var result = await run.Completion;
        progress.Ended(result);
        if (trace is not null)
        {
            await trace.AppendAsync(run, await drafts.ReadExchangesAsync(run.Id, CancellationToken.None));
        }

        return result;
    }

    private static List<OfferedPlan> Usable(Step head) => [.. head.Plans.Where(plan => !string.IsNullOrWhiteSpace(plan.Text))];

    private static RunResult Standing(Step head) => new(RunState.Done, null, [head], []);
}
