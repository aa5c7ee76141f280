using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Lookahead;

/// <summary>Keeps what was written ahead and not picked: as a branch, or as a count of what it cost.</summary>
public interface ILookaheadStore
{
    /// <summary>Stores a run that is done and its step, as a branch beside the story's head, in one transaction. The head stays where it is.</summary>
    /// <exception cref="InvalidOperationException">The story or the step that it goes on from is not there any more.</exception>
    /// <exception cref="StoreException">It cannot be stored now.</exception>
    Task<Committed> AddBranchAsync(Guid runId, RunRequest request, StoryChange change, CancellationToken cancellationToken);

    /// <summary>Adds to what a model has written ahead in a story.</summary>
    /// <exception cref="StoreException">It cannot be stored now.</exception>
    Task AddSpentAsync(Guid storyId, AheadSpent spent, CancellationToken cancellationToken);

    /// <summary>What was written ahead in a story until now, by model; empty when nothing was.</summary>
    Task<IReadOnlyList<AheadSpent>> ReadSpentAsync(Guid storyId, CancellationToken cancellationToken);
}
