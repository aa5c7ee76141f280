using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>Gathers what a step is written from: the same for a run and for the look at it before.</summary>
internal sealed class StepRequests(IStoryStore store, MemoryShelf shelf)
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
}
