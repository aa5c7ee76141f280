using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Library;

public sealed partial class LibraryPage
{
    private readonly HashSet<Guid> _watched = [];

    private void WatchRuns()
    {
        foreach (var run in Shelf.Shown.Select(story => Shelf.FindRun(story.Id)).OfType<StoryRun>().Where(run => _watched.Add(run.Id)))
        {
            _ = ReloadWhenDoneAsync(run);
        }
    }

    // Nobody awaits this task: leaving the page ends it, and loading shows its own failures.
    private async Task ReloadWhenDoneAsync(StoryRun run)
    {
        try
        {
            await run.Completion.WaitAsync(_closed.Token);
            await InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
        }
        catch (OperationCanceledException)
        {
            // The page is closed.
        }
    }

    [LoggerMessage(LogLevel.Error, "The library could not do what was asked")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
