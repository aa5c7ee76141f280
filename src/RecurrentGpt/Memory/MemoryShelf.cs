using System.Collections.Immutable;

namespace RecurrentGpt.Memory;

/// <summary>Long-term memories of the stories that were written last, kept open so that a step does not read all vectors again.</summary>
public sealed class MemoryShelf
{
    // A person has one or two stories open; the vectors of 10,000 entries take 60 MB, so no more than a handful stay.
    private const int MaxOpen = 8;

    private readonly Lock _gate = new();
    private readonly LinkedList<(Guid StoryId, LongTermMemory Memory)> _open = [];
    private readonly List<Reading> _readings = [];
    private ImmutableList<Listener> _listeners = [];

    /// <summary>The open memory of a story, or one made of the entries that <paramref name="read"/> gives.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="embeddingModel">The space that plans are embedded in now; a memory of another space is read anew.</param>
    /// <param name="read">Reads all entries of the story.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<LongTermMemory> OpenAsync(
        Guid storyId,
        string embeddingModel,
        Func<Guid, CancellationToken, Task<IReadOnlyList<MemoryEntry>>> read,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (Use(storyId) is { } open && open.EmbeddingModel == embeddingModel)
        {
            return open;
        }

        var reading = Begin(storyId);
        try
        {
            return Put(reading, new LongTermMemory(embeddingModel, await read(storyId, cancellationToken)));
        }
        finally
        {
            End(reading);
        }
    }

    /// <summary>The open memory of a story; null when it is not open.</summary>
    public LongTermMemory? Find(Guid storyId)
    {
        lock (_gate)
        {
            return _open.FirstOrDefault(entry => entry.StoryId == storyId).Memory;
        }
    }

    /// <summary>Tells which story's memory has changed, from any thread, until the subscription is disposed.</summary>
    public IDisposable Subscribe(Action<Guid> changed)
    {
        var listener = new Listener(this, changed);
        ImmutableInterlocked.Update(ref _listeners, (all, added) => all.Add(added), listener);
        return listener;
    }

    /// <summary>
    /// Tells the open memory of a story what has just been stored; also one that is being read at this moment, which may have been read too early to know it.
    /// </summary>
    public void Change(Guid storyId, Action<LongTermMemory> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
        {
            _readings.Where(reading => reading.StoryId == storyId).ToList().ForEach(reading => reading.Changes.Add(change));
            if (Find(storyId) is { } memory)
            {
                change(memory);
            }
        }

        foreach (var listener in _listeners)
        {
            listener.Changed(storyId);
        }
    }

    /// <summary>Closes a story's memory; it is read anew when it is next needed.</summary>
    public void Close(Guid storyId)
    {
        lock (_gate)
        {
            Remove(storyId);
        }
    }

    /// <summary>Closes all memories, also those that are being read at this moment: the stories themselves have been replaced.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _open.Clear();
            _readings.Clear();
        }
    }

    private LongTermMemory? Use(Guid storyId)
    {
        lock (_gate)
        {
            var memory = Find(storyId);
            if (memory is not null)
            {
                Remove(storyId);
                _open.AddFirst((storyId, memory));
            }

            return memory;
        }
    }

    private Reading Begin(Guid storyId)
    {
        var reading = new Reading(storyId, []);
        lock (_gate)
        {
            _readings.Add(reading);
        }

        return reading;
    }

    private void End(Reading reading)
    {
        lock (_gate)
        {
            _readings.Remove(reading);
        }
    }

    private LongTermMemory Put(Reading reading, LongTermMemory memory)
    {
        lock (_gate)
        {
            // What was read of a story that has been replaced meanwhile is for its reader alone.
            if (!_readings.Contains(reading))
            {
                return memory;
            }

            // Who opened the story meanwhile has the one that is told of changes; a second one would go stale unseen.
            if (Find(reading.StoryId) is { } open && open.EmbeddingModel == memory.EmbeddingModel)
            {
                return open;
            }

            reading.Changes.ForEach(change => change(memory));
            Remove(reading.StoryId);
            _open.AddFirst((reading.StoryId, memory));
            if (_open.Count > MaxOpen)
            {
                _open.RemoveLast();
            }
        }

        return memory;
    }

    private void Remove(Guid storyId)
    {
        for (var node = _open.First; node is not null; node = node.Next)
        {
            if (node.Value.StoryId == storyId)
            {
                _open.Remove(node);
                return;
            }
        }
    }

    private sealed class Reading(Guid storyId, List<Action<LongTermMemory>> changes)
    {
        public Guid StoryId => storyId;

        public List<Action<LongTermMemory>> Changes => changes;
    }

    private sealed record Listener(MemoryShelf Shelf, Action<Guid> Changed) : IDisposable
    {
        public void Dispose() => ImmutableInterlocked.Update(ref Shelf._listeners, (all, gone) => all.Remove(gone), this);
    }
}
