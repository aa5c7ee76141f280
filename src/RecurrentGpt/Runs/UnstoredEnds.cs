using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>
/// Ends of runs that could not be stored: a full disk must not leave a story "being written". They are kept here and tried again, with a growing pause, until they
/// are stored or the program ends; at its next start what runs on paper only is found as interrupted.
/// </summary>
/// <typeparam name="T">What is told of an end while it is not stored.</typeparam>
/// <param name="clock">Measures the pauses.</param>
/// <param name="settled">Called with the story's id when its end is stored, from any thread.</param>
internal sealed class UnstoredEnds<T>(TimeProvider clock, Action<Guid> settled) : IAsyncDisposable
    where T : class
{
    private readonly ConcurrentDictionary<Guid, Kept> _kept = new();
    private readonly CancellationTokenSource _closing = new();

    /// <summary>The end of a story's latest run, while it is not stored; null when there is none.</summary>
    internal T? Find(Guid storyId) => _kept.GetValueOrDefault(storyId)?.End;

    /// <summary>Keeps an end and tries to store it until it is.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="end">What is told of it meanwhile.</param>
    /// <param name="store">Stores it; to be called as often as it takes.</param>
    internal void Keep(Guid storyId, T end, Func<Task> store)
    {
        var kept = new Kept(end, store);
        _kept[storyId] = kept;
        kept.Trying = TryUntilStoredAsync(storyId, kept);
    }

    /// <summary>Stores a story's end now, if there is one.</summary>
    /// <exception cref="StoreException">It cannot be stored still.</exception>
    internal async Task SettleAsync(Guid storyId)
    {
        if (_kept.TryGetValue(storyId, out var kept))
        {
            await StoreAsync(storyId, kept);
        }
    }

    /// <summary>Tries each a last time.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        foreach (var (storyId, kept) in _kept)
        {
            await kept.Trying;
            await TryAsync(storyId, kept);
        }

        _closing.Dispose();
    }

    private async Task TryUntilStoredAsync(Guid storyId, Kept kept)
    {
        try
        {
            for (var attempt = 1; _kept.GetValueOrDefault(storyId) == kept; attempt++)
            {
                await Task.Delay(StorePause.After(attempt), clock, _closing.Token);
                await TryAsync(storyId, kept);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends; it tries once more by itself.
        }
    }

    private async Task TryAsync(Guid storyId, Kept kept)
    {
        try
        {
            await StoreAsync(storyId, kept);
        }
        catch (StoreException)
        {
            // The next attempt may have room.
        }
    }

    private async Task StoreAsync(Guid storyId, Kept kept)
    {
        // One after the other: an attempt that comes late must not put an old end over what was stored since.
        await kept.OneAtATime.WaitAsync();
        try
        {
            if (_kept.GetValueOrDefault(storyId) == kept)
            {
                await kept.Store();
                _kept.TryRemove(storyId, out _);
                settled(storyId);
            }
        }
        catch (Exception failure) when (failure is not StoreException)
        {
            // No room will ever mend it: the next start of the program finds the run as interrupted.
            _kept.TryRemove(storyId, out _);
        }
        finally
        {
            kept.OneAtATime.Release();
        }
    }

    [SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The semaphore has no wait handle to free.")]
    private sealed class Kept(T end, Func<Task> store)
    {
        public SemaphoreSlim OneAtATime { get; } = new(1, 1);

        public T End => end;

        public Func<Task> Store => store;

        public Task Trying { get; set; } = Task.CompletedTask;
    }
}
