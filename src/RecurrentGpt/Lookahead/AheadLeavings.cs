using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Lookahead;

/// <summary>What becomes of steps that were written ahead: their counts, and the branches that some are kept as. Nobody waits for it but the end of the program.</summary>
internal sealed class AheadLeavings(ILookaheadStore store, PatientCommit commits, CommittedMemory memory, TimeProvider clock, Action<Exception> notStored) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _work = [];
    private readonly HashSet<AheadStep> _kept = [];
    private CancellationTokenSource _ending = new();

    /// <summary>One whose plan was picked.</summary>
    internal void Take(AheadStep ahead) => Work(async () =>
    {
        await ahead.Completion;
        await CountAsync(ahead, new AheadSpent("", Taken: 1, Kept: 0, Dropped: 0, TokenUsage.None));
    });

    /// <summary>One that is wanted no more: it is stopped.</summary>
    internal void Drop(AheadStep ahead) => Work(async () =>
    {
        await ahead.StopAsync();
        await DropAsync(ahead);
    });

    /// <summary>One that becomes a branch as soon as it is written.</summary>
    internal void Keep(AheadStep ahead)
    {
        lock (_gate)
        {
            _kept.Add(ahead);
        }

        Work(async () =>
        {
            await ahead.Completion;
            lock (_gate)
            {
                _kept.Remove(ahead);
            }

            await (ahead.Written is { } written ? StoreAsync(ahead, written) : DropAsync(ahead));
        });
    }

    /// <summary>Stops what is still written, gives up what cannot be stored now, and waits for the rest.</summary>
    internal async Task EndAsync()
    {
        using var ending = Interlocked.Exchange(ref _ending, new CancellationTokenSource());
        AheadStep[] kept;
        Task[] work;
        lock (_gate)
        {
            (kept, work) = ([.. _kept], [.. _work]);
        }

        await ending.CancelAsync();
        await Task.WhenAll(kept.Select(ahead => ahead.StopAsync()));
        await Task.WhenAll(work);
    }

    public void Dispose() => _ending.Dispose();

    private async Task StoreAsync(AheadStep ahead, StoryChange written)
    {
        var (request, change) = (ahead.Request, ahead.AsPicked(written, ahead.Request, ahead.Basis.Request.Settings));
        var ending = _ending.Token;
        var runId = Guid.CreateVersion7(clock.GetUtcNow());
        var committed = await commits.StoreAsync(() => store.AddBranchAsync(runId, request, change, CancellationToken.None), change, _ => { }, ending);
        memory.Remember(request.StoryId, committed, change);
        await CountAsync(ahead, new AheadSpent("", Taken: 0, Kept: 1, Dropped: 0, TokenUsage.None));
    }

    // One that was never begun has cost nothing.
    private Task DropAsync(AheadStep ahead) => ahead.Dialogue is null
        ? Task.CompletedTask
        : CountAsync(ahead, new AheadSpent("", Taken: 0, Kept: 0, Dropped: 1, ahead.Usage));

    private Task CountAsync(AheadStep ahead, AheadSpent spent) =>
        store.AddSpentAsync(ahead.Request.StoryId, spent with { Model = ahead.Dialogue?.Model ?? "" }, CancellationToken.None);

    private void Work(Func<Task> work)
    {
        var task = RunAsync(work);
        lock (_gate)
        {
            _work.Add(task);
        }

        _ = ForgetAsync(task);
    }

    private async Task ForgetAsync(Task task)
    {
        await task;
        lock (_gate)
        {
            _work.Remove(task);
        }
    }

    private async Task RunAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The work was ended while the disk takes no writing.
        }
        catch (Exception exception)
        {
            notStored(exception);
        }
    }
}
