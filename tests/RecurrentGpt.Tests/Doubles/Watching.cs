using RecurrentGpt.Runs;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>Waits for what happens beside a test.</summary>
public static class Watching
{
    // Only to end a test that would hang; nothing waits for it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Ends at the first state of the indexing that is looked for.</summary>
    public static async Task UntilAsync(MemoryIndexer indexer, Guid storyId, Func<IndexingState?, bool> reached)
    {
        ArgumentNullException.ThrowIfNull(indexer);
        ArgumentNullException.ThrowIfNull(reached);
        using var patience = new CancellationTokenSource(Patience);
        await foreach (var state in indexer.WatchAsync(storyId, patience.Token))
        {
            if (reached(state))
            {
                return;
            }
        }
    }

    /// <summary>Ends when something is so, looked at whenever a teller tells.</summary>
    /// <param name="subscribe">Begins to listen, and calls when there may be something new.</param>
    /// <param name="reached">What is waited for.</param>
    public static async Task UntilAsync(Func<Action, IDisposable> subscribe, Func<bool> reached)
    {
        ArgumentNullException.ThrowIfNull(subscribe);
        ArgumentNullException.ThrowIfNull(reached);
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listening = subscribe(Look);
        Look();
        await seen.Task.WaitAsync(Patience);

        void Look()
        {
            if (reached())
            {
                seen.TrySetResult();
            }
        }
    }
}
