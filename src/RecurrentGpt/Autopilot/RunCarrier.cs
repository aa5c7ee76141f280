using RecurrentGpt.Autopilot.Fuses;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Autopilot;

/// <summary>Carries one run after the other for an unattended run, and asks once more, after a wait, for what the model has failed at.</summary>
internal sealed class RunCarrier(UnattendedRun unattended, StoryRunner runner, IAutopilotStore autopilots, AutopilotOptions options)
{
    private readonly ModelFuse _fuse = new(options);

    /// <summary>Comes to a run that is done, or to what halts the unattended run: two failures in a row at the latest.</summary>
    internal async Task<Attempt<RunResult>> CarryAsync(RunRequest request)
    {
        for (; ; )
        {
            if (!(await OnceAsync(request)).Is(out var result, out var halt))
            {
                return halt;
            }

            if (result.State == RunState.Done)
            {
                _fuse.Succeeded();
                return result;
            }

            if (result.State != RunState.Failed)
            {
                return result.State == RunState.Interrupted ? Halt.Interrupted : unattended.Asked ?? Halt.Paused;
            }

            var failure = result.Failure ?? new StepFailure(FailureKind.Unexpected);
            if (_fuse.Failed(failure) is { } blown)
            {
                return Halt.Blown(blown);
            }

            if (await WaitAsync(failure) is { } due)
            {
                return due;
            }
        }
    }

    /// <summary>Counts anew what is stored, so that what is shown and judged is what stands.</summary>
    internal async Task CountAsync() => unattended.Count(await autopilots.ReadSpentAsync(unattended.Record.Id, CancellationToken.None));

    private async Task<Attempt<RunResult>> OnceAsync(RunRequest request)
    {
        unattended.Enter(PhaseOf(request.Kind));
        StoryRun? run;
        try
        {
            run = await runner.StartAsync(request with { AutopilotId = unattended.Record.Id }, unattended.Halting);
        }
        catch (FailureException refused) when (refused.Failure.Kind == FailureKind.TooManyRuns)
        {
            // One of the others ends soon, so that it is worth a wait.
            return new RunResult(RunState.Failed, refused.Failure, [], []);
        }
        catch (FailureException refused)
        {
            return Halt.Blown(ModelFuse.Of(refused.Failure));
        }

        // The person writes: autopilot never fights for a story.
        return run is null ? Halt.Paused : await WatchAsync(run);
    }

    private async Task<RunResult> WatchAsync(StoryRun run)
    {
        // Not awaited here: the run's own end, which is, comes after it.
        using var halting = unattended.Halting.Register(() => _ = unattended.IsInterrupted ? run.InterruptAsync() : run.StopAsync());
        var result = await run.Completion;
        if (run.Stopping.IsCancellationRequested)
        {
            // A stop that came too late for this run still means that nothing more is to be written.
            unattended.AskForPause();
        }

        return result;
    }

    private async Task<Halt?> WaitAsync(StepFailure failure)
    {
        await CountAsync();
        var (wait, left) = (_fuse.Wait(failure), SpendingCaps.TimeLeft(unattended.Record));
        await unattended.WaitAsync(left < wait ? left.Value : wait);
        return unattended.Asked ?? (SpendingCaps.Judge(unattended.Record) is { } cap ? Halt.Blown(cap) : null);
    }

    private static AutopilotPhase PhaseOf(RunKind kind) => kind switch
    {
        RunKind.Step => AutopilotPhase.Writing,
        RunKind.Judgement => AutopilotPhase.Judging,
        _ => AutopilotPhase.Choosing,
    };
}
