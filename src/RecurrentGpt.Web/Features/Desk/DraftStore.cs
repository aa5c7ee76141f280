using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Desk;

/// <summary>The outcome of a save by hand.</summary>
/// <param name="Saved">False when another tab saved first; nothing was changed then.</param>
/// <param name="Version">The version that stands now.</param>
/// <param name="Current">The text that stands now, for showing both when the save was refused.</param>
public sealed record SaveResult(bool Saved, int Version, string Current);

/// <summary>Reads the desk and saves what the author changes by hand.</summary>
public sealed class DraftStore
{
    /// <summary>Null when the story does not exist or is deleted.</summary>
    public Task<Draft?> ReadAsync(Guid storyId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<SaveResult> SaveMemoryAsync(Guid stepId, string text, int version, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<SaveResult> SavePlanAsync(Guid stepId, int number, string text, int version, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<SaveResult> SaveOwnPlanAsync(Guid stepId, string text, int version, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Changes a paragraph in place; the earlier text is kept as a revision.</summary>
    public Task<SaveResult> SaveParagraphAsync(Guid stepId, string text, int version, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Moves the head to its parent; the opening's last paragraph is as far as it goes. False when there is nothing to undo.</summary>
    public Task<bool> UndoAsync(Guid storyId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Moves the head to the child that was last left. False when there is nothing to redo.</summary>
    public Task<bool> RedoAsync(Guid storyId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task SaveSettingsAsync(Guid storyId, StorySettings settings, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Drops what a run left over: it is offered no more.</summary>
    public Task DropLeftoverAsync(Guid runId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>The requests of a run, exactly as they were sent, with their raw replies, in order.</summary>
    public Task<IReadOnlyList<Exchange>> ReadExchangesAsync(Guid runId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
