using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Roads;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>
/// One author at one desk: opens a story, drives the recurrence loop and watches it, and saves what is changed by hand.
/// Runs belong to the <see cref="StoryRunner"/> and go on without the desk; coming back finds them again.
/// </summary>
public sealed partial class WritingSession(
    DraftStore drafts,
    StoryRunner runner,
    IModelSource models,
    NextToss toss,
    TimeProvider clock,
    ILogger<WritingSession> logger) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly ChangeSignal _changed = new();
    private readonly SemaphoreSlim _reloading = new(1, 1);
    private CancellationTokenSource _closing = new();
    private bool _isDisposed;
    private StoryRun? _run;
    private Guid _storyId;

    public DeskView View { get; private set; } = new();

    /// <summary>Tells of every change of <see cref="View"/>, from any thread.</summary>
    public IDisposable Subscribe(Action changed) => _changed.Subscribe(changed);

    /// <summary>Opens a story and finds the run that is writing it, if there is one.</summary>
    public async Task OpenAsync(Guid storyId)
    {
        await CloseAsync();
        _closing = new CancellationTokenSource();
        _storyId = storyId;
        await ReloadAsync(null);
        if (View.State == DeskState.Ready && runner.Find(storyId) is { } run)
        {
            Follow(run);
        }
    }

    /// <summary>Saves what has been typed and stops watching. A run goes on.</summary>
    public async Task CloseAsync()
    {
        // A page that was only rendered on the server lets its session go before itself.
        if (_isDisposed)
        {
            return;
        }

        await _closing.CancelAsync();
        if (View.Edits is { } edits)
        {
            await edits.FlushAsync();
            edits.Dispose();
        }

        _run = null;
        _toReread.Clear();
        Set(_ => new DeskView());
    }

    /// <summary>Writes the opening, or reads memory and plans out of the one that the author brought.</summary>
    public Task WriteOpeningAsync() => RunAsync(NextRun.OfOpening);

    /// <summary>Writes the next paragraph by an offered plan, counted from 0.</summary>
    public Task WritePlanAsync(int index) => RunAsync(view => NextRun.OfPlan(view, index));

    public Task WriteOwnPlanAsync() => RunAsync(NextRun.OfOwnPlan);

    /// <summary>Writes the head once more by its plan; the one that is there stays reachable.</summary>
    public Task WriteAgainAsync() => RunAsync(NextRun.OfHeadAgain);

    /// <summary>Writes on by a plan that was passed by, from its own step. The page goes there first, so that what comes, or is left of it, stands where it belongs.</summary>
    public async Task TakeRoadAsync(Road road)
    {
        await (View.Draft?.Head?.Id == road.StepId ? Task.CompletedTask : GoAsync(road.StepId));
        await RunAsync(view => NextRun.OfRoad(view, road));
    }

    /// <summary>Asks for other plans by the wish that is typed: one, counted from 1, or all that are not locked.</summary>
    public Task WriteNewPlansAsync(int? number = null) => RunAsync(view => NextRun.OfNewPlans(view, number));

    /// <summary>Locks an offered plan, so that new ones leave it as it stands, or lets it go.</summary>
    public Task LockPlanAsync(PlanLock change) => ChangeAsync(async _ =>
    {
        if (View.Draft?.Head is { } head)
        {
            await drafts.LockPlanAsync(head.Id, change.Number, change.IsLocked);
        }

        return null;
    });

    /// <summary>Makes the prose of a run that did not end well the next paragraph.</summary>
    public Task KeepLeftoverAsync() => RunAsync(NextRun.OfLeftover);

    /// <summary>Makes it the next paragraph without a word from the model; memory and plans that did not arrive are the author's to write.</summary>
    public Task KeepLeftoverByHandAsync() => RunAsync(NextRun.OfLeftoverByHand);

    /// <summary>Asks again for what the latest run did not bring to an end.</summary>
    public Task TryAgainAsync() => RunAsync(NextRun.OfLatest);

    /// <summary>Stops the run; the desk shows its end by itself.</summary>
    public async Task StopAsync()
    {
        _toReread.Clear();
        if (_run is { } run)
        {
            await run.StopAsync();
        }
    }

    public Task DropLeftoverAsync() => ActAsync(async () =>
    {
        if (View.Draft?.Leftover is { } leftover)
        {
            await drafts.DropLeftoverAsync(leftover.Id);
        }

        await ReloadAsync(new DeskOutcome(OutcomeKind.Dropped));
    });

    /// <summary>Closes a proposal of rewriting, or a failed attempt; the paragraph stays as it is.</summary>
    public Task DropRewriteAsync(Guid runId) => ActAsync(async () =>
    {
        await drafts.DropRewriteAsync(runId);
        await ReloadAsync(new DeskOutcome(OutcomeKind.Dropped));
    });

    public Task UndoAsync() => ActAsync(async () => await ReloadAsync(await drafts.UndoAsync(_storyId) ? new DeskOutcome(OutcomeKind.Undone) : null));

    public Task RedoAsync() => ActAsync(async () => await ReloadAsync(await drafts.RedoAsync(_storyId) ? new DeskOutcome(OutcomeKind.Redone) : null));

    /// <summary>Moves the story to any of its steps.</summary>
    public Task GoAsync(Guid stepId) =>
        ActAsync(async () => await ReloadAsync(await drafts.GoAsync(_storyId, stepId) ? new DeskOutcome(OutcomeKind.Moved) : null));

    public Task SaveSettingsAsync(StorySettings settings) => ActAsync(async () =>
    {
        await drafts.SaveSettingsAsync(_storyId, settings);
        await ReloadAsync(new DeskOutcome(OutcomeKind.SettingsSaved));
    });

    /// <summary>Changes the story otherwise than by its texts, and shows it anew with what came of it.</summary>
    public Task ChangeAsync(Func<Guid, Task<DeskOutcome?>> change) => ActAsync(async () => await ReloadAsync(await change(_storyId)));

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _isDisposed = true;
        _closing.Dispose();
    }

    /// <summary>Starts a run that is made of what lies on the desk when its turn has come; null starts nothing.</summary>
    public Task RunAsync(Func<DeskView, RunRequest?> request) => ActAsync(() => StartAsync(request(View)));

    private async Task StartAsync(RunRequest? wanted)
    {
        // Nothing is started when another tab was quicker; its run is the one to show.
        if (wanted is not null && (await runner.StartAsync(wanted, _closing.Token) ?? runner.Find(_storyId)) is { } run)
        {
            Follow(run);
        }
    }

    private void Follow(StoryRun run)
    {
        var closing = _closing.Token;
        _run = run;
        Set(view => view with { Live = LiveStep.Begin(run.Id, run.Request), Outcome = null });
        // Nothing waits for the task: the run must not hold the circuit. It ends with the run or the desk and handles its own errors.
        _ = Task.Run(() => FollowAsync(run, closing), CancellationToken.None);
    }

    private async Task FollowAsync(StoryRun run, CancellationToken closing)
    {
        try
        {
            using var watcher = new RunWatcher(LiveStep.Begin(run.Id, run.Request), clock, live => Set(view => _run == run ? view with { Live = live } : view));
            await watcher.WatchAsync(run.WatchAsync(closing));
            var result = await run.Completion.WaitAsync(closing);
            if (result.State == RunState.Done)
            {
                toss.Renew();
            }

            await ReloadAsync(DeskOutcome.Of(run.Request.Kind, result));
            await RereadNextAsync();
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            LogLeft(run.Id);
        }
        catch (Exception e)
        {
            LogFailed(e, run.Request.StoryId);
            Set(view => _run == run ? view with { Live = null, Outcome = DeskOutcome.OfFailure(new StepFailure(FailureKind.Unexpected)) } : view);
        }
    }

    /// <summary>Reads the desk anew. What was typed meanwhile is stored first, so that nothing typed is ever overwritten.</summary>
    private async Task ReloadAsync(DeskOutcome? outcome)
    {
        var closing = _closing.Token;
        await _reloading.WaitAsync(closing);
        try
        {
            await ReadAnewAsync(outcome, closing);
        }
        finally
        {
            _reloading.Release();
        }
    }

    private async Task ReadAnewAsync(DeskOutcome? outcome, CancellationToken closing)
    {
        var (storyId, old) = (_storyId, View.Edits);
        await (old?.FlushAsync() ?? Task.CompletedTask);
        var draft = await drafts.ReadAsync(storyId, closing);
        var isSample = await models.IsSampleAsync(closing);
        closing.ThrowIfCancellationRequested();
        var edits = draft?.Head is not { } head ? null : old?.StandFor(head) == true ? old : new StepEdits(head, drafts, clock, _changed.Raise, logger);
        Set(view => view with
        {
            State = draft is null ? DeskState.NotFound : DeskState.Ready,
            Draft = draft,
            Edits = edits,
            Live = _run is { Request.IsAside: true, Completion.IsCompleted: false } ? view.Live : null,
            Wish = view.Wish.After(draft, outcome),
            Outcome = outcome,
            Toss = draft?.Head is { Id: var headId } ? toss.For(headId) : null,
            IsSample = isSample,
        });
        if (edits != old)
        {
            old?.Dispose();
        }
    }

    /// <summary>One action of the author: one at a time, never while a run writes, and only when all that was typed is stored.</summary>
    private Task ActAsync(Func<Task> action) => ActAsync(action, view => view.CanWrite);

    private async Task ActAsync(Func<Task> action, Func<DeskView, bool> mayBegin)
    {
        if (!TryBegin(mayBegin))
        {
            return;
        }

        try
        {
            await (View.Edits?.FlushAsync() ?? Task.CompletedTask);
            await (View.Edits is { IsSaved: false } ? TellAsync(new DeskOutcome(OutcomeKind.NotSaved)) : action());
        }
        catch (ModelException e)
        {
            await TellAsync(DeskOutcome.OfFailure(e.Failure));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFailed(e, _storyId);
            await TellAsync(DeskOutcome.OfFailure(new StepFailure(FailureKind.Unexpected)));
        }
        finally
        {
            Set(view => view with { IsBusy = false });
        }
    }

    private bool TryBegin(Func<DeskView, bool> mayBegin)
    {
        lock (_gate)
        {
            if (!mayBegin(View))
            {
                return false;
            }

            View = View with { IsBusy = true, Outcome = null };
        }

        _changed.Raise();
        return true;
    }

    private Task TellAsync(DeskOutcome outcome)
    {
        Set(view => view with { Outcome = outcome });
        return Task.CompletedTask;
    }

    private void Set(Func<DeskView, DeskView> change)
    {
        lock (_gate)
        {
            View = change(View);
        }

        _changed.Raise();
    }

    [LoggerMessage(LogLevel.Error, "An action at the desk of story {StoryId} failed")]
    private partial void LogFailed(Exception exception, Guid storyId);

    [LoggerMessage(LogLevel.Debug, "The desk was left while run {RunId} went on")]
    private partial void LogLeft(Guid runId);
}
