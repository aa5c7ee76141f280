using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>Keeps a locked paragraph from being written again: a step beside it would take its place in the draft.</summary>
internal static class HeadLock
{
    /// <exception cref="ModelException">The story stands on a locked paragraph, and the run would write another one in its place.</exception>
    internal static async Task CheckAsync(IStoryStore store, Story story, RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind is not (RunKind.Step or RunKind.Keep or RunKind.KeepByHand) || story.HeadId is not { } headId || headId == request.ParentId)
        {
            return;
        }

        if (await store.FindStepAsync(headId, cancellationToken) is { IsLocked: true } head && head.ParentId == request.ParentId)
        {
            throw new ModelException(new StepFailure(FailureKind.Locked));
        }
    }
}
