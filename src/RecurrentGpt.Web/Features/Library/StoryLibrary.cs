using RecurrentGpt.Stories;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>The stories on the shelf: list, make, rename, delete and bring back.</summary>
public sealed class StoryLibrary
{
    /// <summary>All stories that are not deleted, the last changed first.</summary>
    public Task<IReadOnlyList<StoryListing>> ListAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Makes a story without an opening.</summary>
    public Task<Story> CreateAsync(StoryCard card, StorySettings settings, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>False when the story is gone.</summary>
    public Task<bool> RenameAsync(Guid storyId, string title, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Takes a story off the shelf; <see cref="RestoreAsync"/> brings it back whole.</summary>
    public Task<bool> DeleteAsync(Guid storyId, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task<bool> RestoreAsync(Guid storyId, CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
