using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>
/// Owns the running generations of all stories, one a story, so that they outlive the tab that started them.
/// </summary>
public sealed class StoryRunner
{
    /// <summary>Starts a run. It goes on by itself until it is done, fails, or is stopped.</summary>
    /// <returns>The run, or null when the story is being written already.</returns>
    /// <exception cref="ModelException">The models cannot be used as they are set; nothing was stored.</exception>
    /// <exception cref="InvalidOperationException">The story or the parent step is not there.</exception>
    public Task<StoryRun?> StartAsync(RunRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The run that is writing a story now; null when there is none.</summary>
    public StoryRun? Find(Guid storyId) => throw new NotSupportedException();
}
