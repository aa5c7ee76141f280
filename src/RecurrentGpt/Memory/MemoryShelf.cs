namespace RecurrentGpt.Memory;

/// <summary>Long-term memories of the stories that were written last, kept open so that a step does not read all vectors again.</summary>
public sealed class MemoryShelf
{
    // A person has one or two stories open; a matrix of 10,000 entries takes 60 MB, so no more than a handful stay.
    private const int MaxOpen = 8;

    private readonly Lock _gate = new();
    private readonly LinkedList<(Guid StoryId, LongTermMemory Memory)> _open = [];

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
        if (Find(storyId) is { } open && open.EmbeddingModel == embeddingModel)
        {
            return open;
        }

        var memory = new LongTermMemory(embeddingModel, await read(storyId, cancellationToken));
        lock (_gate)
        {
            Remove(storyId);
            _open.AddFirst((storyId, memory));
            if (_open.Count > MaxOpen)
            {
                _open.RemoveLast();
            }
        }

        return memory;
    }

    /// <summary>The open memory of a story; null when it is not open.</summary>
    public LongTermMemory? Find(Guid storyId)
    {
        lock (_gate)
        {
            return _open.FirstOrDefault(entry => entry.StoryId == storyId).Memory;
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
}
