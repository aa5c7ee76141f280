using System.Collections.ObjectModel;
using System.Diagnostics.CodeAnalysis;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>How a run ended.</summary>
/// <param name="State">Done, stopped or failed.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="Steps">The steps that were stored.</param>
/// <param name="Notices">What the person should know although all went well.</param>
public sealed record RunResult(RunState State, StepFailure? Failure, IReadOnlyList<Step> Steps, IReadOnlyList<StepNotice> Notices)
{
    /// <summary>What it proposes, as it is kept with the run; empty when that is nothing.</summary>
    public IReadOnlyDictionary<Section, string> Proposal { get; init; } = ReadOnlyDictionary<Section, string>.Empty;
}

/// <summary>
/// A run that is being written on the server. Any number of watchers may come and go; the run does not depend on them.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The source has no timer and is never linked; a stop that comes after the end must find it whole.")]
public sealed class StoryRun
{
    private readonly EventTape _tape = new();
    private readonly TaskCompletionSource<RunResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Makes a run that has been claimed.</summary>
    internal StoryRun(Run run)
    {
        Id = run.Id;
        Request = run.Request;
        StartedAt = run.StartedAt;
    }

    /// <summary>The run's id.</summary>
    public Guid Id { get; }

    /// <summary>What it was asked for.</summary>
    public RunRequest Request { get; }

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Ends, without an exception, when the run has ended and all of it is stored.</summary>
    public Task<RunResult> Completion => _completion.Task;

    /// <summary>Cancelled by <see cref="StopAsync"/>.</summary>
    internal CancellationToken Stopping => _stop.Token;

    /// <summary>Stops the run and waits until it has ended. The story stays as it was; prose that had come is kept with the run.</summary>
    public async Task<RunResult> StopAsync()
    {
        await _stop.CancelAsync();
        return await Completion;
    }

    /// <summary>Whether it was stopped because the program ends, and not by the person.</summary>
    internal bool IsInterrupted { get; private set; }

    /// <summary>Stops the run because the program ends.</summary>
    internal Task<RunResult> InterruptAsync()
    {
        IsInterrupted = true;
        return StopAsync();
    }

    /// <summary>All events of the run from its start, then each as it comes; ends with the run.</summary>
    public IAsyncEnumerable<StepEvent> WatchAsync(CancellationToken cancellationToken = default) => _tape.WatchAsync(Completion, cancellationToken);

    /// <summary>Tells all watchers of an event.</summary>
    internal void Publish(StepEvent stepEvent) => _tape.Add(stepEvent);

    /// <summary>Ends the run for all watchers.</summary>
    internal void End(RunResult result) => _completion.TrySetResult(result);
}
