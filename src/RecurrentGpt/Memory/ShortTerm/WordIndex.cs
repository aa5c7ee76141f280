using RecurrentGpt.Offline;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>
/// Long-term memory by words: the entries in the space of the local embedder, whatever space their own vectors live in. It costs no request. Entries that have not
/// changed are not embedded again, and none is where that space is their own. Safe to use from several threads.
/// </summary>
public sealed class WordIndex
{
    private readonly Lock _gate = new();
    private readonly LongTermMemory _memory;
    private readonly LongTermMemory _byWords;

    internal WordIndex(LongTermMemory memory)
    {
        _memory = memory;
        _byWords = memory.EmbeddingModel == LocalEmbedder.Name ? memory : new LongTermMemory(LocalEmbedder.Name, []);
    }

    /// <summary>The entry of a path that shares most words with a sentence; null when the path has none.</summary>
    public WayBack? Find(Guid headId, string sentence, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            TakeIn(headId, cancellationToken);
            return WayBack.Find(_byWords, headId, sentence, LocalEmbedder.VectorOf(sentence));
        }
    }

    private void TakeIn(Guid headId, CancellationToken cancellationToken)
    {
        foreach (var entry in ReferenceEquals(_memory, _byWords) ? [] : _memory.Path(headId))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = _byWords.Find(entry.StepId);
            if (known is null || known.Text != entry.Text || known.Banned != entry.Banned || known.Pinned != entry.Pinned)
            {
                var vector = known?.Text == entry.Text ? known.Vector : LocalEmbedder.VectorOf(entry.Text);
                _byWords.Put(entry with { Vector = vector, EmbeddingModel = LocalEmbedder.Name });
            }
        }
    }
}
