using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>
/// Stores what a run wrote. It is whole and paid for, so a store that cannot write now is asked again, with a growing pause, until it can, the person
/// stops the run, or the limit is over.
/// </summary>
internal sealed class PatientCommit(IStoryStore store, RecurrenceOptions options, TimeProvider clock)
{
    /// <exception cref="StoreException">It could not be stored in time.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped while it waited.</exception>
    internal Task<Committed> StoreAsync(StoryRun run, StoryChange change) =>
        StoreAsync(() => store.CommitAsync(run.Id, change, CancellationToken.None), change, run.Publish, run.Stopping);

    /// <inheritdoc cref="StoreAsync(StoryRun, StoryChange)"/>
    internal async Task<Committed> StoreAsync(Func<Task<Committed>> commit, StoryChange change, Action<StepEvent.StoreWaiting> tell, CancellationToken stopping)
    {
        var began = clock.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                // Not to be stopped half-way: a stop that comes now comes too late, and the step stands.
                return await commit();
            }
            catch (StoreException failure) when (clock.GetElapsedTime(began) < options.StoreLimit)
            {
                await WaitAsync(tell, failure, attempt, options.StoreLimit - clock.GetElapsedTime(began), stopping);
            }
            catch (InvalidOperationException) when (attempt > 1)
            {
                // An attempt that broke at its very end may have been stored after all; the run is done then.
                if (await FindStoredAsync(change) is { } stored)
                {
                    return stored;
                }

                throw;
            }
        }
    }

    private async Task WaitAsync(Action<StepEvent.StoreWaiting> tell, StoreException failure, int attempt, TimeSpan left, CancellationToken stopping)
    {
        var pause = StorePause.After(attempt);
        var wait = pause < left ? pause : left;
        var waiting = Task.Delay(wait, clock, stopping);
        tell(new StepEvent.StoreWaiting(wait, failure.Failure, attempt + 1));
        await waiting;
    }

    private async Task<Committed?> FindStoredAsync(StoryChange change)
    {
        var stored = new List<Stories.Step>();
        foreach (var step in change.Steps)
        {
            if (await store.FindStepAsync(step.Id, CancellationToken.None) is { } found)
            {
                stored.Add(found);
            }
        }

        return stored.Count > 0 && stored.Count == change.Steps.Count ? new Committed(stored, null) : null;
    }
}
