using System.Collections.Concurrent;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>What is known of the filling in of one story.</summary>
internal sealed class StoryIndexing(Guid storyId)
{
    // A server that has refused a text so often, all by itself, refuses it always; it must not cost a request at every step.
    private const int MaxRefusals = 3;

    private readonly ConcurrentDictionary<(Guid StepId, string Text), int> _refusals = [];
    private volatile TaskCompletionSource _wake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Guid StoryId => storyId;

    internal bool IsWanted { get; set; }

    internal bool IsGoing { get; set; }

    internal Task Work { get; set; } = Task.CompletedTask;

    internal IndexingState? State { get; set; }

    internal bool HasRefusals => !_refusals.IsEmpty;

    /// <summary>What the server said to the latest text that it refused.</summary>
    internal StepFailure? Refusal { get; private set; }

    internal bool IsGivenUp(MemoryEntry entry) => _refusals.GetValueOrDefault((entry.StepId, entry.Text)) >= MaxRefusals;

    /// <summary>Counts that a text was refused when it was sent alone.</summary>
    internal void Refuse(MemoryEntry entry, StepFailure failure)
    {
        Refusal = failure;
        _refusals.AddOrUpdate((entry.StepId, entry.Text), 1, (_, times) => times + 1);
    }

    internal void Forgive() => _refusals.Clear();

    /// <summary>Ends the present wait.</summary>
    internal void Wake() => _wake.TrySetResult();

    internal async Task WaitAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        _wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(time, clock, waiting.Token), _wake.Task);
        await waiting.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
