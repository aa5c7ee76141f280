using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>Embeds what a story lacks, latest entries first, until nothing is missing or the server does not help any more.</summary>
internal sealed class IndexingRound(
    StoryIndexing indexing,
    IStoryStore store,
    IModelSource models,
    MemoryShelf shelf,
    RecurrenceOptions options,
    TimeProvider clock,
    Random chance,
    Action<IndexingState?> tell)
{
    private const int BatchSize = 32;
    private const int MaxAttempts = 5;

    // Nobody waits for this, so its waits begin where those of a step have come to after two.
    private const int FirstWait = 2;

    // So many texts refused one after the other, each alone, are the server's fault and not theirs.
    private const int MaxAlone = 3;

    private readonly HashSet<Guid> _refused = [];
    private int _refusedInARow;
    private bool _mayWait = true;

    /// <returns>Why entries are missing still; null when none is.</returns>
    internal async Task<StepFailure?> RunAsync(CancellationToken cancellationToken)
    {
        await TakeStoredAsync(cancellationToken);
        while (true)
        {
            var settled = await models.CurrentAsync(cancellationToken);
            var memory = await shelf.OpenAsync(indexing.StoryId, settled.EmbeddingModel, store.ReadEntriesAsync, cancellationToken);
            var missing = memory.ToIndex();
            if (missing.Count == 0)
            {
                return null;
            }

            tell(new IndexingState(memory.Count - missing.Count, memory.Count));
            MemoryEntry[] batch = [.. missing.Where(entry => !_refused.Contains(entry.StepId) && !indexing.IsGivenUp(entry)).Take(BatchSize)];
            if (batch.Length == 0)
            {
                return indexing.Refusal ?? new StepFailure(FailureKind.Rejected);
            }

            _mayWait = true;
            if (await EmbedAsync(settled, batch, cancellationToken) is { } failure)
            {
                return failure;
            }
        }
    }

    // What is open may know less than what is stored; nothing is paid for twice.
    private async Task TakeStoredAsync(CancellationToken cancellationToken)
    {
        var settled = await models.CurrentAsync(cancellationToken);
        if (shelf.Find(indexing.StoryId) is not { } memory || memory.EmbeddingModel != settled.EmbeddingModel || memory.ToIndex().Count == 0)
        {
            return;
        }

        foreach (var entry in await store.ReadEntriesAsync(indexing.StoryId, cancellationToken))
        {
            if (entry.Vector is { } vector && entry.EmbeddingModel == memory.EmbeddingModel)
            {
                memory.Index(new EntryVector(entry.StepId, entry.Text, vector));
            }
        }
    }

    /// <returns>Why the round cannot go on; null when it can.</returns>
    private async Task<StepFailure?> EmbedAsync(WritingModels settled, MemoryEntry[] batch, CancellationToken cancellationToken)
    {
        var (vectors, failure) = await AskAsync(settled, [.. batch.Select(entry => entry.Text)], cancellationToken);
        if (vectors is not null)
        {
            _refusedInARow = 0;
            await StoreAsync(settled, [.. batch.Zip(vectors, (entry, vector) => new EntryVector(entry.StepId, entry.Text, vector))], cancellationToken);
            return null;
        }

        if (failure is null || !MayLieWithAText(failure))
        {
            return failure;
        }

        // Perhaps one text of the batch is to blame; it must not hold up the others. The waits were waited for all of them.
        _mayWait = false;
        return batch.Length == 1
            ? Refuse(batch[0], failure)
            : await EmbedAsync(settled, batch[..(batch.Length / 2)], cancellationToken) ?? await EmbedAsync(settled, batch[(batch.Length / 2)..], cancellationToken);
    }

    private async Task<EmbeddingResult> AskAsync(WritingModels settled, string[] texts, CancellationToken cancellationToken)
    {
        var dimensions = shelf.Find(indexing.StoryId) is { } memory && memory.EmbeddingModel == settled.EmbeddingModel ? memory.Dimensions : 0;
        for (var attempt = 1; ; attempt++)
        {
            var result = await Embedding.AskAsync(settled.Embedder, texts, dimensions, options.EmbeddingLimit, clock, cancellationToken);
            if (result.Failure is not { } failure || !_mayWait || attempt == MaxAttempts || Backoff.Next(failure, attempt + FirstWait, options, chance) is not { } wait)
            {
                return result;
            }

            var waiting = indexing.WaitAsync(wait, clock, cancellationToken);
            tell((indexing.State ?? new IndexingState(0, 0)) with { Failure = failure, NextTry = clock.GetUtcNow() + wait });
            await waiting;
        }
    }

    private async Task StoreAsync(WritingModels settled, EntryVector[] vectors, CancellationToken cancellationToken)
    {
        await store.SaveVectorsAsync(settled.EmbeddingModel, vectors, cancellationToken);
        shelf.Change(indexing.StoryId, memory =>
        {
            if (memory.EmbeddingModel == settled.EmbeddingModel)
            {
                Array.ForEach(vectors, memory.Index);
            }
        });
    }

    private StepFailure? Refuse(MemoryEntry entry, StepFailure failure)
    {
        _refused.Add(entry.StepId);
        indexing.Refuse(entry, failure);
        return ++_refusedInARow == MaxAlone ? failure : null;
    }

    private static bool MayLieWithAText(StepFailure failure) => failure.Kind is
        FailureKind.Rejected or FailureKind.ContextTooLong or FailureKind.ContentFilter or FailureKind.NotAModel or FailureKind.UnusableVectors or FailureKind.ServerError or FailureKind.TimedOut;
}
