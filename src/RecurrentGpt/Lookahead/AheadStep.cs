using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Lookahead;

/// <summary>
/// A step that is written before its plan is picked. It is no part of the story, and nothing of it is stored, until it is handed over to the run of its plan.
/// </summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable",
    Justification = "The source has no timer and is never linked; a stop that comes after the end must find it whole.")]
public sealed class AheadStep
{
    private readonly EventTape _tape = new();
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _stop = new();
    private StoryChange? _written;

    internal AheadStep(RunRequest request, StepBasis basis, DateTimeOffset startedAt)
    {
        Request = request;
        Basis = basis;
        StartedAt = startedAt;
    }

    /// <summary>The run that would be asked for if its plan were picked.</summary>
    public RunRequest Request { get; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>How far it has come.</summary>
    public AheadState State { get; private set; } = AheadState.Waiting;

    /// <summary>Why it could not be written; null when it could, or was not tried yet.</summary>
    public StepFailure? Failure { get; private set; }

    /// <summary>What it is written from.</summary>
    internal StepBasis Basis { get; }

    internal CancellationToken Stopping => _stop.Token;

    /// <summary>Ends, without an exception, when nothing more is written.</summary>
    internal Task Completion => _end.Task;

    /// <summary>All that was said to the models for it; null before it was begun.</summary>
    internal Dialogue? Dialogue { get; private set; }

    /// <summary>What it came to; null when it is not written whole.</summary>
    internal StoryChange? Written => State == AheadState.Ready ? _written : null;

    /// <summary>Whether it can be picked up: it is written, or being written.</summary>
    internal bool IsUnderWayOrReady => State is AheadState.Writing or AheadState.Ready;

    internal void Begin(Dialogue dialogue) => (Dialogue, State) = (dialogue, AheadState.Writing);

    internal void Add(StepEvent stepEvent)
    {
        // A prompt other than the one that it is compared by would make a step look fresh that is not.
        if (stepEvent is StepEvent.PromptReady { Prompt: var prompt } && Dialogue is { Exchanges.Count: 0 } && !prompt.SaysSameAs(Basis.Prompt))
        {
            throw new InvalidOperationException("The prompt that was sent is not the one that the step is compared by.");
        }

        _written = stepEvent is StepEvent.Finished finished ? finished.Result : _written;
        Failure = stepEvent is StepEvent.Failed failed ? failed.Failure : Failure;
        _tape.Add(stepEvent);
    }

    /// <summary>Ends it.</summary>
    /// <param name="failure">What broke it; null when it ended by its own events, or was stopped.</param>
    internal void End(StepFailure? failure = null)
    {
        Failure ??= failure;
        State = _written is not null && Failure is null ? AheadState.Ready : AheadState.Failed;
        _end.TrySetResult();
    }

    /// <summary>Stops it and waits until it has ended; one that is written stays written.</summary>
    internal async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Completion;
    }

    /// <summary>All of it from its start, and what still comes, as the events of the run that its plan was picked for.</summary>
    /// <param name="request">The run.</param>
    /// <param name="settings">The story's settings as they are now, which are recorded with the step.</param>
    /// <param name="dialogue">The run's own dialogue, which takes over all that was said.</param>
    /// <param name="stopping">Stops it, as it would stop the run.</param>
    internal async IAsyncEnumerable<StepEvent> HandOverAsync(RunRequest request, StorySettings settings, Dialogue dialogue, [EnumeratorCancellation] CancellationToken stopping)
    {
        try
        {
            await foreach (var stepEvent in _tape.WatchAsync(Completion, stopping))
            {
                yield return stepEvent is StepEvent.Finished { Result: var result } ? new StepEvent.Finished(AsPicked(result, request, settings)) : stepEvent;
            }
        }
        finally
        {
            await StopAsync();
            dialogue.TakeOver(Dialogue!);
        }

        // What broke it has left no event.
        if (_written is null && Failure is { } failure)
        {
            yield return new StepEvent.Failed(failure, "", dialogue.Exchanges);
        }
    }

    /// <summary>What it came to as a step of the run that its plan was picked for: the plan as it was picked, the settings as they are now.</summary>
    internal StoryChange AsPicked(StoryChange result, RunRequest request, StorySettings settings) => result with
    {
        Steps = [.. result.Steps.Select(step => step with { Plan = request.Plan ?? step.Plan, Settings = settings })],
        AheadAt = StartedAt,
    };

    /// <summary>Tokens that it took, estimated where the provider did not say.</summary>
    internal TokenUsage Usage => Dialogue?.Exchanges.Aggregate(TokenUsage.None, (sum, exchange) => sum + exchange.UsageOrEstimate) ?? TokenUsage.None;
}
