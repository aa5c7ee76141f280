using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>
/// Fills in the embeddings that long-term memory lacks: of steps whose embedding failed, of entries that were edited, and of whole stories after another
/// embedding model was chosen. It works beside the runs, one request at a time for a story, and sends nothing when nothing is missing.
/// </summary>
public sealed partial class MemoryIndexer(
    IStoryStore store,
    IModelSource models,
    MemoryShelf shelf,
    RecurrenceOptions options,
    TimeProvider clock,
    Random chance,
    ILogger<MemoryIndexer> logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Dictionary<Guid, StoryIndexing> _stories = [];
    private TaskCompletionSource _changed = NewSignal();

    /// <summary>Begins to fill in what a story lacks, of all its branches. While that goes on, what is missing by now is filled in too.</summary>
    public void Begin(Guid storyId)
    {
        lock (_gate)
        {
            if (_closing.IsCancellationRequested)
            {
                return;
            }

            var indexing = Indexing(storyId);
            indexing.IsWanted = true;
            if (!indexing.IsGoing)
            {
                indexing.IsGoing = true;
                indexing.Work = Task.Run(() => CarryAsync(indexing), CancellationToken.None);
            }
        }
    }

    /// <summary>Begins at once, also with entries that the server has refused before, and without waiting any longer for the next try.</summary>
    public void TryNow(Guid storyId)
    {
        lock (_gate)
        {
            var indexing = Indexing(storyId);
            indexing.Forgive();
            indexing.Wake();
        }

        Begin(storyId);
    }

    /// <summary>How far a story has come; null when nothing is missing.</summary>
    public IndexingState? Find(Guid storyId)
    {
        lock (_gate)
        {
            return _stories.GetValueOrDefault(storyId)?.State;
        }
    }

    /// <summary>
    /// How far a story has come now, then again whenever something has changed, for ever. A reader who is slow misses states, never the last one;
    /// the same state may come twice.
    /// </summary>
    public async IAsyncEnumerable<IndexingState?> WatchAsync(Guid storyId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var (state, changed) = Look(storyId);
            yield return state;
            await changed.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Stops all of it and waits until it has ended. What is stored stays; the rest is filled in when the story is next opened.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] works;
        lock (_gate)
        {
            works = [.. _stories.Values.Select(indexing => indexing.Work)];
        }

        await _closing.CancelAsync();
        await Task.WhenAll(works);
        _closing.Dispose();
    }

    private StoryIndexing Indexing(Guid storyId)
    {
        if (!_stories.TryGetValue(storyId, out var indexing))
        {
            _stories[storyId] = indexing = new StoryIndexing(storyId);
        }

        return indexing;
    }

    private (IndexingState? State, Task Changed) Look(Guid storyId)
    {
        lock (_gate)
        {
            return (_stories.GetValueOrDefault(storyId)?.State, _changed.Task);
        }
    }

    // Nobody awaits this task but the end of the program: it handles its own failures, and its state tells of them.
    private async Task CarryAsync(StoryIndexing indexing)
    {
        while (Take(indexing))
        {
            try
            {
                var round = new IndexingRound(indexing, store, models, shelf, options, clock, chance, state => Tell(indexing, state));
                Rest(indexing, await round.RunAsync(_closing.Token));
            }
            catch (OperationCanceledException) when (_closing.IsCancellationRequested)
            {
                return;
            }
            catch (FailureException exception)
            {
                // With settings that cannot be used nothing is known to be missing; that is told when something is to be written.
                Rest(indexing, indexing.State is null ? null : exception.Failure);
            }
            catch (Exception exception)
            {
                LogBroken(exception, indexing.StoryId);
                Rest(indexing, new StepFailure(FailureKind.Unexpected));
            }
        }
    }

    private bool Take(StoryIndexing indexing)
    {
        lock (_gate)
        {
            var isWanted = indexing.IsWanted && !_closing.IsCancellationRequested;
            indexing.IsGoing = isWanted;
            indexing.IsWanted = false;
            if (!isWanted && indexing is { State: null, HasRefusals: false })
            {
                _stories.Remove(indexing.StoryId);
            }

            return isWanted;
        }
    }

    private void Rest(StoryIndexing indexing, StepFailure? failure)
    {
        if (failure is not null)
        {
            LogResting(indexing.StoryId, failure.Kind);
        }

        var state = indexing.State ?? new IndexingState(0, 0);
        Tell(indexing, failure is null ? null : state with { Failure = failure, NextTry = null });
    }

    private void Tell(StoryIndexing indexing, IndexingState? state)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            indexing.State = state;
            // What was wanted while it failed, has failed with it.
            indexing.IsWanted &= state is not { IsResting: true };
            signal = _changed;
            _changed = NewSignal();
        }

        signal.TrySetResult();
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(LogLevel.Warning, "Entries of story {StoryId} are not indexed still: {Kind}")]
    private partial void LogResting(Guid storyId, FailureKind kind);

    [LoggerMessage(LogLevel.Error, "The indexing of story {StoryId} broke")]
    private partial void LogBroken(Exception exception, Guid storyId);
}
