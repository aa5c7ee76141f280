using RecurrentGpt.Authors;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>Gathers what the simulated author chooses from. Nothing is asked of a model for it.</summary>
internal sealed class ChoiceRequests(IStoryStore store, MemoryShelf shelf)
{
    /// <exception cref="InvalidOperationException">The run does not say what the simulated author may do.</exception>
    internal async Task<ChoiceRequest> ToChoiceAsync(RunRequest request, WritingModels models, Story story, Step parent, CancellationToken cancellationToken)
    {
        var order = request.Choosing ?? throw new InvalidOperationException("A choice needs an order.");
        return new ChoiceRequest(story.Card, parent, order) { Shown = order.UsesTaste ? await ShowAsync(models, story, parent, cancellationToken) : [] };
    }

    private async Task<IReadOnlyList<PastPick>> ShowAsync(WritingModels models, Story story, Step parent, CancellationToken cancellationToken)
    {
        var picks = await store.ReadPicksAsync(parent.Id, cancellationToken);
        return picks.Count == 0
            ? []
            : Taste.Choose(picks, parent, await shelf.OpenAsync(story.Id, models.EmbeddingModel, store.ReadEntriesAsync, cancellationToken));
    }
}
