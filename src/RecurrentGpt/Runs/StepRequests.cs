using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>Gathers what a step is written from: the same for a run, for the look at it before, and for a step that is written ahead.</summary>
internal sealed class StepRequests(IStoryStore store, MemoryShelf shelf, RecurrenceOptions options, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">The run follows no plan.</exception>
    internal async Task<StepRequest> ToStepAsync(RunRequest request, WritingModels models, Story story, Step parent, CancellationToken cancellationToken) => new()
    {
        Card = story.Card,
        Settings = story.Settings,
        Prompts = story.Prompts,
        Head = parent,
        Plan = request.Plan ?? throw new InvalidOperationException("A step needs a plan to follow."),
        Memory = await shelf.OpenAsync(story.Id, models.EmbeddingModel, store.ReadEntriesAsync, cancellationToken),
        KeptParagraph = request.Kind == RunKind.Keep ? request.Text : null,
        Arrived = request.Arrived,
        Toss = request.Toss,
        Turn = request.Turn,
    };

    /// <summary>
    /// All that a step would be written from now. The one request that it may cost is the embedding of the plan, whose vector the step then takes from memory.
    /// </summary>
    internal async Task<StepBasis> ToBasisAsync(RunRequest request, WritingModels models, Story story, Step parent, double toss, CancellationToken cancellationToken)
    {
        var step = await ToStepAsync(request, models, story, parent, cancellationToken) with { Toss = toss };
        var (vector, _) = await ToVectorAsync(step.Plan.Text, step.Memory, models, cancellationToken);
        return new StepBasis(step, step.Memory.Recall(parent.Id, vector, step.Settings.RecallCount), models);
    }

    /// <summary>The vector of a plan, kept or asked for.</summary>
    internal async Task<(ReadOnlyMemory<float>? Vector, StepFailure? Failure)> ToVectorAsync(string plan, LongTermMemory memory, WritingModels models, CancellationToken cancellationToken)
    {
        var (vectors, failure) = await memory.Plans.GetAsync(
            plan, token => Embedding.AskAsync(models.Embedder, [plan], memory.Dimensions, options.EmbeddingLimit, clock, token), cancellationToken);
        return (vectors?[0], failure);
    }
}
