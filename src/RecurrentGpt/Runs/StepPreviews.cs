using RecurrentGpt.Memory;
using RecurrentGpt.Prompts;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>What a run would send if it started now.</summary>
/// <param name="Prompt">The prompt, byte for byte.</param>
/// <param name="Recall">What long-term memory would give.</param>
/// <param name="NewCharacter">Whether the toss lets a new character in.</param>
public sealed record StepPreview(Prompt Prompt, Recall Recall, bool NewCharacter);

/// <summary>What a plan would recall if it were followed now.</summary>
/// <param name="Recall">What long-term memory would give; the latest entries, when the plan could not be embedded.</param>
/// <param name="Failure">Why the plan could not be embedded; null when it was.</param>
public sealed record RecallPreview(Recall Recall, StepFailure? Failure);

/// <summary>
/// Shows what a run would send before it is paid for. It is made of the same parts, in the same way, as the run itself; the one request that it may
/// cost is the embedding of the plan, whose vector the run then takes from memory.
/// </summary>
public sealed class StepPreviews(IStoryStore store, IModelSource models, MemoryShelf shelf, RecurrenceOptions options, TimeProvider clock)
{
    private readonly StepRequests _requests = new(store, shelf, options, clock);

    /// <summary>Looks at a step or at new plans before they are asked for.</summary>
    /// <param name="request">The run that would be started. A step without <see cref="RunRequest.Toss"/> is shown as if the toss let nobody in.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>Null when the story or the step is not there any more, and when the plans to replace are locked.</returns>
    /// <exception cref="ModelException">The models cannot be used as they are set.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The run is neither a step nor a request for new plans.</exception>
    public async Task<StepPreview?> LookAsync(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var story = await store.FindStoryAsync(request.StoryId, cancellationToken);
        var parent = request.ParentId is { } id ? await store.FindStepAsync(id, cancellationToken) : null;
        if (story is null || parent is null)
        {
            return null;
        }

        return request.Kind switch
        {
            RunKind.Step => await LookAtStepAsync(request, story, parent, cancellationToken),
            RunKind.NewPlans => PlanWriter.Render(story, parent, request) is { } prompt ? new StepPreview(prompt, Recall.Nothing, NewCharacter: false) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(request), request.Kind, "Only a step and new plans can be looked at before."),
        };
    }

    /// <summary>Looks at what a plan would recall, and at nothing else of the step.</summary>
    /// <param name="storyId">The story.</param>
    /// <param name="headId">The step that the plan goes on from.</param>
    /// <param name="plan">The plan, as it stands in its box.</param>
    /// <param name="mayPay">Whether the plan may be sent to a server's embedding model. The local one is free, and a plan is embedded once.</param>
    /// <param name="cancellationToken">Stops the look.</param>
    /// <returns>Null when it would cost a request and may not, and when the story is not there any more.</returns>
    /// <exception cref="ModelException">The models cannot be used as they are set.</exception>
    public async Task<RecallPreview?> RecallAsync(Guid storyId, Guid headId, string plan, bool mayPay, CancellationToken cancellationToken)
    {
        var settled = await models.CurrentAsync(cancellationToken);
        var memory = await shelf.OpenAsync(storyId, settled.EmbeddingModel, store.ReadEntriesAsync, cancellationToken);
        if (!mayPay && settled.EmbeddingModel != Offline.LocalEmbedder.Name && memory.Plans.Find(plan) is null
            || await store.FindStoryAsync(storyId, cancellationToken) is not { } story)
        {
            return null;
        }

        var (vector, failure) = await _requests.ToVectorAsync(plan, memory, settled, cancellationToken);
        return new RecallPreview(memory.Recall(headId, vector, story.Settings.RecallCount), failure);
    }

    private async Task<StepPreview> LookAtStepAsync(RunRequest request, Story story, Step parent, CancellationToken cancellationToken)
    {
        var settled = await models.CurrentAsync(cancellationToken);
        var basis = await _requests.ToBasisAsync(request, settled, story, parent, request.Toss ?? 1, cancellationToken);
        return new StepPreview(basis.Prompt, basis.Recall, basis.NewCharacter);
    }
}
