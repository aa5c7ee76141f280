using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using RecurrentGpt.Autopilot.Fuses;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Repetition;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Autopilot;

/// <summary>
/// Owns the unattended runs of all stories, at most one a story, so that they outlive the tab that started them. To be disposed before the runner of their steps.
/// </summary>
public sealed partial class AutopilotRunner(
    IAutopilotStore autopilots,
    IStoryStore stories,
    StoryRunner runner,
    IModelSource models,
    RepetitionWatch watch,
    AutopilotOptions options,
    TimeProvider clock,
    ILogger<AutopilotRunner> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, UnattendedRun> _running = new();
    private readonly ConcurrentDictionary<Guid, AutopilotProgress> _known = new();
    private readonly Signal<Guid> _changed = new();
    private readonly UnstoredEnds<AutopilotRecord> _ends = new(clock, _ => { });
    private volatile bool _isClosing;

    /// <summary>Tells of every change of an unattended run, by the id of its story, from any thread.</summary>
    /// <returns>Ends the subscription when disposed.</returns>
    public IDisposable Subscribe(Action<Guid> changed) => _changed.Subscribe(changed);

    /// <summary>The latest unattended run of a story, running, held or ended, as far as this program knows it; null when it was not read yet, or there is none.</summary>
    public AutopilotProgress? Find(Guid storyId) => _running.GetValueOrDefault(storyId)?.Progress ?? _known.GetValueOrDefault(storyId);

    /// <summary>The latest unattended run of a story, from storage when it is not known yet; null when there is none.</summary>
    public async Task<AutopilotProgress?> ReadAsync(Guid storyId, CancellationToken cancellationToken)
    {
        if (Find(storyId) is null && await autopilots.FindLatestAsync(storyId, cancellationToken) is { } stored)
        {
            _known.TryAdd(storyId, Still(stored));
        }

        return Find(storyId);
    }

    /// <summary>Starts an unattended run. It goes on by itself until its steps are written, a fuse blows, or the person halts it; one of the story that was held ends for good.</summary>
    /// <exception cref="ArgumentException">The order names values that are out of their range.</exception>
    /// <exception cref="ModelException">The models cannot be used as they are set; nothing was stored.</exception>
    /// <exception cref="InvalidOperationException">One runs already, the story is not there or has no opening, or the program is closing.</exception>
    public async Task<AutopilotProgress> StartAsync(Guid storyId, AutopilotOrder order, CancellationToken cancellationToken)
    {
        order = Checked(order);
        await models.CurrentAsync(cancellationToken);
        if (await stories.FindStoryAsync(storyId, cancellationToken) is not { HeadId: not null })
        {
            throw new InvalidOperationException("The story has no opening to go on from; write its opening first.");
        }

        return await LaunchAsync(storyId, async () =>
        {
            var now = clock.GetUtcNow();
            var record = new AutopilotRecord { Id = Guid.CreateVersion7(now), StoryId = storyId, Order = order, State = AutopilotState.Running, StartedAt = now };
            await autopilots.BeginAsync(record, cancellationToken);
            return (record, null);
        });
    }

    /// <summary>Goes on with a run that was held, from wherever the story stands now.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="changed">Another order in place of the one that it had; null to keep that.</param>
    /// <param name="cancellationToken">Takes it back as long as it has not begun.</param>
    /// <exception cref="ArgumentException">The order names values that are out of their range.</exception>
    /// <exception cref="ModelException">The models cannot be used as they are set; nothing was stored.</exception>
    /// <exception cref="InvalidOperationException">There is none that can be resumed, one runs already, or the program is closing.</exception>
    public async Task<AutopilotProgress> ResumeAsync(Guid storyId, AutopilotOrder? changed, CancellationToken cancellationToken)
    {
        changed = changed is null ? null : Checked(changed);
        await models.CurrentAsync(cancellationToken);
        await ReadAsync(storyId, cancellationToken);
        return await LaunchAsync(storyId, async () =>
        {
            var held = Find(storyId) is { Record: { IsHeld: true } stored } ? stored : throw new InvalidOperationException("There is no unattended run of this story that could be resumed.");
            var record = held with { Order = changed ?? held.Order, State = AutopilotState.Running, Fuse = null };
            await autopilots.SaveAsync(record, cancellationToken);
            return (record, held);
        });
    }

    /// <summary>Pauses or stops the run of a story once the step that is being written has ended, or takes that back. Does nothing when none runs.</summary>
    public void Ask(Guid storyId, AfterStep afterStep) => _running.GetValueOrDefault(storyId)?.Ask(afterStep);

    /// <summary>Pauses at once: the paragraph that is being written is stopped, and the story stands as it stood before it. Does nothing when none runs.</summary>
    public Task TakeOverAsync(Guid storyId) => _running.GetValueOrDefault(storyId)?.HaltAsync(AutopilotState.Paused) ?? Task.CompletedTask;

    /// <summary>Ends the run of a story for good and at once; one that is held, too.</summary>
    public async Task StopAsync(Guid storyId)
    {
        await (_running.GetValueOrDefault(storyId)?.HaltAsync(AutopilotState.Stopped) ?? Task.CompletedTask);
        if (await ReadAsync(storyId, CancellationToken.None) is { Record: { IsHeld: true } held })
        {
            var stopped = held with { State = AutopilotState.Stopped };
            await autopilots.SaveAsync(stopped, CancellationToken.None);
            _known[storyId] = Still(stopped);
            _changed.Raise(storyId);
        }
    }

    /// <summary>Ends when the run of a story works no longer and that is stored; at once when none runs.</summary>
    public Task WaitAsync(Guid storyId, CancellationToken cancellationToken) =>
        _running.GetValueOrDefault(storyId)?.Completion.WaitAsync(cancellationToken) ?? Task.CompletedTask;

    /// <summary>Ends the unattended runs that go on now as interrupted, and waits until each is stored so. Others may be started afterwards.</summary>
    public Task InterruptAsync() => Task.WhenAll(_running.Values.Select(unattended => unattended.HaltAsync(AutopilotState.Interrupted)));

    /// <summary>Forgets what it knows of runs that have ended; they are read from storage when they are next asked for.</summary>
    public void Forget() => _known.Clear();

    /// <summary>Ends all unattended runs as interrupted and waits until each is stored so.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosing = true;
        await Task.WhenAll(_running.Values.Select(unattended => unattended.HaltAsync(AutopilotState.Interrupted)));
        await _ends.DisposeAsync();
    }

    // A condition of spaces is none.
    private static AutopilotOrder Checked(AutopilotOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Problems() is { Count: > 0 } problems
            ? throw new ArgumentException($"Out of range: {string.Join(", ", problems)}.", nameof(order))
            : order with { StopCondition = order.StopCondition.Trim() };
    }

    private static AutopilotProgress Still(AutopilotRecord record) => new(record, AutopilotPhase.Idle, AfterStep.GoOn, null);

    // The place is taken first, so that two tabs cannot start one each.
    private async Task<AutopilotProgress> LaunchAsync(Guid storyId, Func<Task<(AutopilotRecord Record, AutopilotRecord? Held)>> begin)
    {
        var unattended = new UnattendedRun(clock, () => _changed.Raise(storyId));
        if (!_running.TryAdd(storyId, unattended))
        {
            throw new InvalidOperationException("Autopilot writes this story already.");
        }

        try
        {
            await _ends.SettleAsync(storyId);
            var (record, held) = _isClosing ? throw new InvalidOperationException("The program is closing; start it again to go on.") : await begin();
            unattended.Begin(record, held);
        }
        catch
        {
            _running.TryRemove(storyId, out _);
            unattended.End();
            throw;
        }

        var begun = new AutopilotProgress(unattended.Record, AutopilotPhase.Idle, AfterStep.GoOn, null);
        LogStarted(begun.Record.Id, storyId, begun.Record.Order.Steps);
        _ = Task.Run(() => CarryAsync(unattended), CancellationToken.None);
        return begun;
    }

    // Nobody awaits this task: it handles its own end, whatever that is.
    private async Task CarryAsync(UnattendedRun unattended)
    {
        Halt halt;
        try
        {
            var carrier = new RunCarrier(unattended, runner, autopilots, options);
            var judge = new StopJudge(unattended, carrier);
            halt = await new AutopilotLoop(unattended, carrier, judge, new RepetitionFuse(watch), stories, autopilots).FlyAsync();
        }
        catch (Exception) when (unattended.Halting.IsCancellationRequested)
        {
            halt = unattended.Asked ?? Halt.Paused;
        }
        catch (FailureException exception)
        {
            LogBroken(exception, unattended.Record.Id);
            halt = Halt.Blown(ModelFuse.Of(exception.Failure));
        }
        catch (Exception exception)
        {
            LogBroken(exception, unattended.Record.Id);
            halt = Halt.Blown(ModelFuse.Of(new StepFailure(FailureKind.Unexpected, exception.Message)));
        }

        await EndAsync(unattended.Record with { State = halt.State, Fuse = halt.Fuse });
        unattended.End();
        _changed.Raise(unattended.Record.StoryId);
    }

    private async Task EndAsync(AutopilotRecord record)
    {
        try
        {
            await autopilots.SaveAsync(record, CancellationToken.None);
            record = record with { Spent = await autopilots.ReadSpentAsync(record.Id, CancellationToken.None) };
        }
        catch (StoreException exception)
        {
            LogNotStored(exception, record.Id);
            _ends.Keep(record.StoryId, record, () => autopilots.SaveAsync(record, CancellationToken.None));
        }
        catch (Exception exception)
        {
            LogNotStored(exception, record.Id);
        }

        LogEnded(record.Id, record.State, record.Spent.Steps);
        _known[record.StoryId] = Still(record);
        _running.TryRemove(record.StoryId, out _);
    }

    [LoggerMessage(LogLevel.Information, "Unattended run {AutopilotId} of story {StoryId} started, up to {Steps} steps")]
    private partial void LogStarted(Guid autopilotId, Guid storyId, int steps);

    [LoggerMessage(LogLevel.Information, "Unattended run {AutopilotId} ended {State} with {Steps} steps written")]
    private partial void LogEnded(Guid autopilotId, AutopilotState state, int steps);

    [LoggerMessage(LogLevel.Error, "Unattended run {AutopilotId} broke")]
    private partial void LogBroken(Exception exception, Guid autopilotId);

    [LoggerMessage(LogLevel.Error, "Unattended run {AutopilotId} could not be stored")]
    private partial void LogNotStored(Exception exception, Guid autopilotId);
}
