using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Library;

public sealed partial class LibraryPage
{
    // An unattended run changes with every phase; the shelf is read anew once in a while, and words grow with it.
    private static readonly TimeSpan Throttle = TimeSpan.FromMilliseconds(750);

    private readonly HashSet<Guid> _watched = [];
    private IDisposable? _autopilots;
    private ITimer? _soon;
    private int _isWaiting;

    private void WatchAutopilots()
    {
        _soon = Clock.CreateTimer(_ => _ = ReloadSoonAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _autopilots = Shelf.SubscribeAutopilots(() =>
        {
            if (Interlocked.Exchange(ref _isWaiting, 1) == 0)
            {
                _soon?.Change(Throttle, Timeout.InfiniteTimeSpan);
            }
        });
    }

    // Nobody awaits this task: loading shows its own failures.
    private async Task ReloadSoonAsync()
    {
        Interlocked.Exchange(ref _isWaiting, 0);
        if (!_closed.IsCancellationRequested)
        {
            await InvokeAsync(async () =>
            {
                await LoadAsync();
                StateHasChanged();
            });
        }
    }

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
