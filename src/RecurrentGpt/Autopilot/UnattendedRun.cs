using System.Diagnostics.CodeAnalysis;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Autopilot;

/// <summary>An unattended run while it works: how it stands, and what the person asks of it. Safe to use from several threads.</summary>
/// <param name="clock">Measures how long it works, and its waits.</param>
/// <param name="changed">Told after each change, on the thread of who made it.</param>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The source has no timer and is never linked for long; a halt that comes after the end must find it whole.")]
internal sealed class UnattendedRun(TimeProvider clock, Action changed)
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _halting = new();
    private readonly TaskCompletionSource _ended = NewSignal();
    private TaskCompletionSource _asked = NewSignal();
    private AutopilotRecord? _record;
    private AutopilotState? _haltAs;
    private AutopilotPhase _phase;
    private AfterStep _afterStep;
    private TimeSpan _workedBefore;
    private TimeSpan _workedAtCount;
    private long _began;

    /// <summary>As it would be stored now.</summary>
    internal AutopilotRecord Record
    {
        get
        {
            lock (_gate)
            {
                return Standing();
            }
        }
    }

    /// <summary>A picture for screens; null while it is not stored yet.</summary>
    internal AutopilotProgress? Progress
    {
        get
        {
            lock (_gate)
            {
                return _record is null ? null : new AutopilotProgress(Standing(), _phase, _afterStep, TimeLeft());
            }
        }
    }

    internal AutopilotOrder Order => Record.Order;

    /// <summary>As it was held before it was resumed; null when it was started anew.</summary>
    internal AutopilotRecord? Held { get; private set; }

    internal int StepsLeft => Record is var record ? record.Order.Steps - record.Spent.Steps : 0;

    /// <summary>Why it is to go no further, as far as the person or the end of the program says so; null when it may go on.</summary>
    internal Halt? Asked
    {
        get
        {
            lock (_gate)
            {
                return _haltAs is { } state ? new Halt(state) : _afterStep switch
                {
                    AfterStep.Pause => Halt.Paused,
                    AfterStep.Stop => Halt.Stopped,
                    _ => null,
                };
            }
        }
    }

    /// <summary>Whether the program ends.</summary>
    internal bool IsInterrupted
    {
        get
        {
            lock (_gate)
            {
                return _haltAs == AutopilotState.Interrupted;
            }
        }
    }

    /// <summary>Cancelled when it is to end at once.</summary>
    internal CancellationToken Halting => _halting.Token;

    /// <summary>Ends, without an exception, when it works no longer and that is stored.</summary>
    internal Task Completion => _ended.Task;

    internal void Begin(AutopilotRecord record, AutopilotRecord? held)
    {
        lock (_gate)
        {
            Held = held;
            _record = record;
            _workedBefore = _workedAtCount = record.Worked;
            _began = clock.GetTimestamp();
        }

        changed();
    }

    /// <summary>Whether autopilot has written a step. Before its first one, what stands is the person's, or of an earlier run.</summary>
    internal bool IsOwn(Step step) => step.Plan.Source == PlanSource.Autopilot && Record.Spent.Steps > 0;

    internal void Enter(AutopilotPhase phase) => Change(() => _phase = phase);

    /// <summary>Takes what was counted anew.</summary>
    internal void Count(AutopilotSpent spent) => Change(() =>
    {
        _record = Standing() with { Spent = spent };
        _workedAtCount = _record.Worked;
    });

    /// <summary>Halts after the step that is being written, or takes that back. A wait ends at once, since no step is being written then.</summary>
    internal void Ask(AfterStep afterStep)
    {
        Change(() =>
        {
            _afterStep = afterStep;
            if (afterStep == AfterStep.GoOn)
            {
                _asked = _asked.Task.IsCompleted ? NewSignal() : _asked;
            }
            else
            {
                _asked.TrySetResult();
            }
        });
    }

    /// <summary>Pauses after the step that is being written, unless more was asked for.</summary>
    internal void AskForPause()
    {
        if (Asked is null)
        {
            Ask(AfterStep.Pause);
        }
    }

    /// <summary>Halts at once, and waits until that is stored.</summary>
    internal async Task HaltAsync(AutopilotState state)
    {
        lock (_gate)
        {
            // Who takes over may yet stop it; an end of the program takes nothing back.
            _haltAs = _haltAs is null or AutopilotState.Paused ? state : _haltAs;
        }

        await _halting.CancelAsync();
        await Completion;
    }

    /// <summary>Waits before the model is asked again, but no longer than nothing is asked of the run.</summary>
    internal async Task WaitAsync(TimeSpan delay)
    {
        Task asked;
        lock (_gate)
        {
            asked = _asked.Task;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Halting);
        var elapsing = Task.Delay(delay, clock, waiting.Token);
        Enter(AutopilotPhase.Waiting);
        await Task.WhenAny(elapsing, asked);
        await waiting.CancelAsync();
    }

    internal void End() => _ended.TrySetResult();

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
        }

        changed();
    }

    private AutopilotRecord Standing() => _record is { } record
        ? record with { Worked = _workedBefore + clock.GetElapsedTime(_began) }
        : throw new InvalidOperationException("The unattended run has not begun.");

    // By whole steps, so that it does not grow while one is being written.
    private TimeSpan? TimeLeft() => _record is { Spent.Steps: > 0 } record
        ? _workedAtCount / record.Spent.Steps * Math.Max(0, record.Order.Steps - record.Spent.Steps)
        : null;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
