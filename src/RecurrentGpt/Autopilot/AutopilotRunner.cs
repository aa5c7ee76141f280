using System.Collections.Concurrent;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Autopilot;

/// <summary>Owns the unattended runs of all stories, at most one a story, so that they outlive the tab that started them.</summary>
public sealed class AutopilotRunner : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, AutopilotProgress> _known = new();
    private readonly Signal<Guid> _changed = new();

    /// <summary>Tells of every change of an unattended run, by the id of its story, from any thread.</summary>
    /// <returns>Ends the subscription when disposed.</returns>
    public IDisposable Subscribe(Action<Guid> changed) => _changed.Subscribe(changed);

    /// <summary>The latest unattended run of a story, running, held or ended, as far as this program knows it; null when it was not read yet, or there is none.</summary>
    public AutopilotProgress? Find(Guid storyId) => _known.GetValueOrDefault(storyId);

    /// <summary>The latest unattended run of a story, from storage when it is not known yet; null when there is none.</summary>
    public Task<AutopilotProgress?> ReadAsync(Guid storyId, CancellationToken cancellationToken) => Task.FromResult(Find(storyId));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
