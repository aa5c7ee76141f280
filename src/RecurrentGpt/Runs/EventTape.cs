using System.Runtime.CompilerServices;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>What has happened while something is written, from its start. Any number of watchers may come and go. Safe to use from several threads.</summary>
internal sealed class EventTape
{
    private readonly Lock _gate = new();
    private readonly List<StepEvent> _events = [];
    private TaskCompletionSource _more = NewSignal();

    /// <summary>Tells all watchers of an event.</summary>
    internal void Add(StepEvent stepEvent)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            _events.Add(stepEvent);
            signal = _more;
            _more = NewSignal();
        }

        signal.TrySetResult();
    }

    /// <summary>All events from the start, then each as it comes.</summary>
    /// <param name="end">Ends when no more will come.</param>
    /// <param name="cancellationToken">Stops watching.</param>
    internal async IAsyncEnumerable<StepEvent> WatchAsync(Task end, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var next = 0; ;)
        {
            StepEvent[] fresh;
            Task more;
            // Asked first: what came before the end is there by then.
            var isOver = end.IsCompleted;
            lock (_gate)
            {
                fresh = [.. _events.Skip(next)];
                more = _more.Task;
            }

            foreach (var stepEvent in fresh)
            {
                yield return stepEvent;
            }

            next += fresh.Length;
            if (fresh.Length == 0)
            {
                if (isOver)
                {
                    yield break;
                }

                await Task.WhenAny(more, end).WaitAsync(cancellationToken);
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
