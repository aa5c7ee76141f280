using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>What the library shows: the stories, how they are found and sorted, and the one that was deleted last.</summary>
public sealed class Shelf(StoryLibrary library, StoryRunner runner, ShelvedAutopilots autopilots)
{
    // Fewer than this are seen at a glance.
    private const int SearchFrom = 8;

    private IReadOnlyList<StoryListing>? _stories;

    public bool IsLoaded => _stories is not null;

    public bool IsEmpty => _stories is { Count: 0 };

    public bool CanSearch => _stories is { Count: > SearchFrom };

    public string Search { get; set; } = "";

    public ShelfOrder Order { get; set; }

    /// <summary>The story that can be brought back; null when there is none.</summary>
    public StoryListing? Deleted { get; private set; }

    /// <summary>The stories to show, found and sorted.</summary>
    public IReadOnlyList<StoryListing> Shown => [.. Sorted((_stories ?? []).Where(IsFound))];

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await autopilots.LoadAsync(cancellationToken);
        _stories = await library.ListAsync(cancellationToken);
        if (!CanSearch)
        {
            Search = "";
        }
    }

    /// <summary>The run that is writing a story now; null when there is none.</summary>
    public StoryRun? FindRun(Guid storyId) => runner.Find(storyId);

    /// <summary>The unattended run of a story that writes or waits for the author; null when there is none.</summary>
    public ShelvedAutopilot? FindAutopilot(Guid storyId) => autopilots.Find(storyId);

    /// <summary>Tells of every change of an unattended run, from any thread.</summary>
    public IDisposable SubscribeAutopilots(Action changed) => autopilots.Subscribe(_ => changed());

    /// <summary>Null when the story is gone.</summary>
    public async Task<TitleSave?> RenameAsync(TitleChange change, CancellationToken cancellationToken)
    {
        var renamed = await library.RenameAsync(change.StoryId, change.Before, change.Title.Trim(), cancellationToken);
        await LoadAsync(cancellationToken);
        return renamed;
    }

    /// <summary>Stops what is being written and takes the story off the shelf. False when it was gone already.</summary>
    public async Task<bool> DeleteAsync(StoryListing story, CancellationToken cancellationToken)
    {
        await autopilots.StopAsync(story.Id);
        if (runner.Find(story.Id) is { } run)
        {
            await run.StopAsync();
        }

        runner.Lookahead?.Drop(story.Id);
        var deleted = await library.DeleteAsync(story.Id, cancellationToken);
        Deleted = deleted ? story : null;
        await LoadAsync(cancellationToken);
        return deleted;
    }

    /// <summary>Brings back the story that was deleted last. False when there is none, or it is gone for good.</summary>
    public async Task<bool> UndoDeleteAsync(CancellationToken cancellationToken)
    {
        var restored = Deleted is { } story && await library.RestoreAsync(story.Id, cancellationToken);
        Deleted = null;
        await LoadAsync(cancellationToken);
        return restored;
    }

    public void DismissDeleted() => Deleted = null;

    private bool IsFound(StoryListing story) =>
        story.Title.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase)
        || story.Genre.Contains(Search.Trim(), StringComparison.CurrentCultureIgnoreCase);

    private IEnumerable<StoryListing> Sorted(IEnumerable<StoryListing> stories) => Order switch
    {
        ShelfOrder.Title => stories.OrderBy(story => story.Title, StringComparer.CurrentCultureIgnoreCase),
        ShelfOrder.Length => stories.OrderByDescending(story => story.Words),
        _ => stories.OrderByDescending(story => story.ChangedAt),
    };
}
