using RecurrentGpt.Memory;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>What a plan would recall if it were followed now.</summary>
/// <param name="Weighing">All entries of the path, weighed for the plan.</param>
public sealed record RecallLook(Weighing Weighing)
{
    /// <summary>Why there are no scores; null when there are, and when there is no plan.</summary>
    public StepFailure? Failure { get; init; }

    /// <summary>Whether the plan would first have to be embedded by a server, which was not allowed.</summary>
    public bool IsUnasked { get; init; }
}

/// <summary>
/// Weighs long-term memory for a plan before it is followed. The one request that it may cost is the embedding of the plan, whose vector the run then
/// takes from memory.
/// </summary>
public sealed class RecallLooks(IStoryStore store, IModelSource models, MemoryShelf shelf, RecurrenceOptions options, TimeProvider clock)
{
    /// <summary>Weighs the entries on the path to a step.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="headId">The step that the plan would follow.</param>
    /// <param name="count">How many entries are recalled beside the pinned ones.</param>
    /// <param name="plan">The plan; null for none, then nothing has a score.</param>
    /// <param name="mayAsk">Whether a server may be asked to embed the plan. What is known, or made by the local embedder, is taken in any case.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    public async Task<RecallLook> LookAsync(Guid storyId, Guid headId, int count, string? plan, bool mayAsk, CancellationToken cancellationToken)
    {
        WritingModels settled;
        try
        {
            settled = await models.CurrentAsync(cancellationToken);
        }
        catch (ModelException exception)
        {
            var unweighed = shelf.Find(storyId) ?? new LongTermMemory("", await store.ReadEntriesAsync(storyId, cancellationToken));
            return new RecallLook(unweighed.Weigh(headId, null, count)) { Failure = exception.Failure };
        }

        var memory = await shelf.OpenAsync(storyId, settled.EmbeddingModel, store.ReadEntriesAsync, cancellationToken);
        var known = plan is null ? null : memory.Plans.Find(plan);
        if (plan is null || known is not null)
        {
            return new RecallLook(memory.Weigh(headId, known, count));
        }

        return mayAsk || settled.Embedder is LocalEmbedder
            ? await AskAsync(memory, settled, headId, count, plan, cancellationToken)
            : new RecallLook(memory.Weigh(headId, null, count)) { IsUnasked = true };
    }

    private async Task<RecallLook> AskAsync(LongTermMemory memory, WritingModels settled, Guid headId, int count, string plan, CancellationToken cancellationToken)
    {
        var (vectors, failure) = await Embedding.AskAsync(settled.Embedder, [plan], memory.Dimensions, options.EmbeddingLimit, clock, cancellationToken);
        if (vectors is [var vector])
        {
            memory.Plans.Remember(plan, vector);
        }

        return new RecallLook(memory.Weigh(headId, vectors?[0], count)) { Failure = failure };
    }
}
