using RecurrentGpt.Offline;

namespace RecurrentGpt.Memory.ShortTerm;

/// <summary>
/// Long-term memory by words: the entries in the space of the local embedder, whatever space their own vectors live in. It costs no request.
/// Entries that have not changed are not embedded again. Not for several threads.
/// </summary>
public sealed class WordIndex : IDisposable
{
    private readonly LocalEmbedder _embedder = new();
    private readonly LongTermMemory _memory = new(LocalEmbedder.Name, []);

    /// <summary>Takes in the entries of a path as they stand.</summary>
    public async Task TakeAsync(IReadOnlyList<MemoryEntry> path, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var entry in path)
        {
            var known = _memory.Find(entry.StepId);
            if (known is null || known.Text != entry.Text || known.Banned != entry.Banned || known.Pinned != entry.Pinned)
            {
                var vector = known?.Text == entry.Text ? known.Vector : await EmbedAsync(entry.Text, cancellationToken);
                _memory.Put(entry with { Vector = vector, EmbeddingModel = LocalEmbedder.Name });
            }
        }
    }

    /// <summary>The entry of a path that shares most words with a sentence; null when the path has none.</summary>
    public async Task<WayBack?> FindAsync(Guid headId, string sentence, CancellationToken cancellationToken) =>
        WayBack.Find(_memory, headId, sentence, await EmbedAsync(sentence, cancellationToken));

    /// <inheritdoc/>
    public void Dispose() => _embedder.Dispose();

    private async Task<ReadOnlyMemory<float>> EmbedAsync(string text, CancellationToken cancellationToken) =>
        (await _embedder.GenerateAsync([text], cancellationToken: cancellationToken))[0].Vector;
}
