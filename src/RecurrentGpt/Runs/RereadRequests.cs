using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>Gathers what an edited paragraph is read again from.</summary>
internal sealed class RereadRequests(IStoryStore store)
{
    /// <exception cref="InvalidOperationException">The step that the story stood on is not there.</exception>
    internal async Task<RereadRequest> ToRereadAsync(RunRequest request, Story story, Step edited, CancellationToken cancellationToken)
    {
        var head = request.HeadId is { } id ? await store.FindStepAsync(id, cancellationToken) : null;
        if (head?.StoryId != story.Id)
        {
            throw new InvalidOperationException("The step whose memory is to be looked through is not there.");
        }

        return new RereadRequest
        {
            Card = story.Card,
            Settings = story.Settings,
            Step = edited,
            Older = request.Text,
            Memory = request.Held?.ShortTermMemory ?? head.ShortTermMemory,
            LockedSentences = head.LockedSentences,
        };
    }
}
