using System.Threading.Channels;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>What the desk does with the runs that it follows.</summary>
internal interface IRunFollowing
{
    /// <summary>Shows a run as far as it has come.</summary>
    void Show(StoryRun run, LiveStep live);

    /// <summary>Shows what a run came to.</summary>
    Task EndAsync(StoryRun run, RunResult result);

    /// <summary>Shows that a run could not be followed.</summary>
    void Fail(StoryRun run, Exception exception);
}

/// <summary>Follows the runs of one story, one after the other, whoever starts them: this tab, another one, or autopilot.</summary>
internal sealed class RunFollower : IDisposable
{
    private readonly Channel<StoryRun> _runs = Channel.CreateUnbounded<StoryRun>(new UnboundedChannelOptions { SingleReader = true });
    private readonly TimeProvider _clock;
    private readonly IRunFollowing _desk;
    private readonly IDisposable _subscription;
    private readonly CancellationToken _closing;
    private StoryRun? _shown;

    public RunFollower(StoryRunner runner, Guid storyId, TimeProvider clock, IRunFollowing desk, CancellationToken closing)
    {
        (_clock, _desk, _closing) = (clock, desk, closing);
        _subscription = runner.Subscribe(run => Take(run, storyId));
        if (runner.Find(storyId) is { } run)
        {
            Take(run, storyId);
        }

        // Nothing waits for the task: following must not hold the circuit. It ends with the desk and handles its own errors.
        _ = Task.Run(FollowAllAsync, CancellationToken.None);
    }

    /// <summary>Whether the run that is shown goes on.</summary>
    public bool IsShowing => _shown is { Completion.IsCompleted: false };

    public void Dispose()
    {
        _subscription.Dispose();
        _runs.Writer.TryComplete();
    }

    // Shown at once where nothing else is, so that no second run is asked for meanwhile.
    private void Take(StoryRun run, Guid storyId)
    {
        if (run.Request.StoryId == storyId && _runs.Writer.TryWrite(run) && !IsShowing)
        {
            Begin(run);
        }
    }

    private async Task FollowAllAsync()
    {
        StoryRun? last = null;
        try
        {
            await foreach (var next in _runs.Reader.ReadAllAsync(_closing))
            {
                var run = Newest(next);
                // Subscribing and looking may both have found the same one.
                if (run != last)
                {
                    last = run;
                    await FollowAsync(run);
                }
            }
        }
        catch (OperationCanceledException) when (_closing.IsCancellationRequested)
        {
            return; // the desk is left; runs go on without it
        }
    }

    // Of runs that have ended before anyone could look, one look shows all that they wrote.
    private StoryRun Newest(StoryRun run)
    {
        while (run.Completion.IsCompleted && _runs.Reader.TryRead(out var later))
        {
            run = later;
        }

        return run;
    }

    private async Task FollowAsync(StoryRun run)
    {
        try
        {
            Begin(run);
            using var watcher = new RunWatcher(LiveStep.Begin(run.Id, run.Request), _clock, live => _desk.Show(run, live));
            await watcher.WatchAsync(run.WatchAsync(_closing));
            await _desk.EndAsync(run, await run.Completion.WaitAsync(_closing));
        }
        catch (Exception e) when (!_closing.IsCancellationRequested)
        {
            _desk.Fail(run, e);
        }
    }

    private void Begin(StoryRun run)
    {
        _shown = run;
        _desk.Show(run, LiveStep.Begin(run.Id, run.Request));
    }
}
