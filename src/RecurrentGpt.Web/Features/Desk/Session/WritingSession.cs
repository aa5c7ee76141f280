using RecurrentGpt.Autopilot;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Roads;
using RecurrentGpt.Web.Layout;

namespace RecurrentGpt.Web.Features.Desk.Session;

/// <summary>
/// One author at one desk: opens a story, drives the recurrence loop and watches it, and saves what is changed by hand.
/// Runs belong to the <see cref="StoryRunner"/> and go on without the desk; coming back finds them again.
/// </summary>
public sealed partial class WritingSession(
    DraftStore drafts,
    StoryRunner runner,
    AutopilotRunner autopilots,
    IModelSource models,
    NextToss toss,
    TypedTexts typed,
    TimeProvider clock,
    ILogger<WritingSession> logger) : IRunFollowing, ITypedText, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Signal<DeskView> _changed = new();
    private readonly SemaphoreSlim _reloading = new(1, 1);
    private CancellationTokenSource _closing = new();
    private RunFollower? _follower;
    private IDisposable? _unattended;
    private Guid _storyId;

    public DeskView View { get; private set; } = new();

    /// <summary>Tells of every change of <see cref="View"/>, from any thread.</summary>
    public IDisposable Subscribe(Action changed) => _changed.Subscribe(_ => changed());

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
        if (runner.Find(_storyId) is { } run)
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

    /// <summary>Changes settings of the story.</summary>
    /// <param name="before">The settings that the author saw.</param>
    /// <param name="wanted">The settings that they are to be.</param>
    /// <returns>Null when they could not be saved now; the outcome says why.</returns>
    public async Task<SettingsSave?> SaveSettingsAsync(StorySettings before, StorySettings wanted)
    {
        SettingsSave? result = null;
        await ActAsync(async () =>
        {
            result = await drafts.SaveSettingsAsync(_storyId, before, wanted);
            await ReloadAsync(result.Saved ? new DeskOutcome(OutcomeKind.SettingsSaved) : null);
        });

        return result;
    }

    /// <summary>Changes the story otherwise than by its texts, and shows it anew with what came of it.</summary>
    public Task ChangeAsync(Func<Guid, Task<DeskOutcome?>> change) => ActAsync(async () => await ReloadAsync(await change(_storyId)));

    /// <summary>Starts a run that is made of what lies on the desk when its turn has come; null starts nothing.</summary>
    public Task RunAsync(Func<DeskView, RunRequest?> request) => ActAsync(() => StartAsync(request(View)));

    // Nothing is started when another tab was quicker; its run is the one that is shown.
    private Task StartAsync(RunRequest? wanted) => wanted is null ? Task.CompletedTask : runner.StartAsync(wanted, _closing.Token);

    private void ShowAutopilot(Guid storyId)
    {
        if (storyId == _storyId)
        {
            Set(view => view with { Autopilot = autopilots.Find(storyId) });
        }
    }

    void IRunFollowing.Show(StoryRun run, LiveStep live) => Set(view => view with { Live = live, Outcome = view.Live?.RunId == live.RunId ? view.Outcome : null });

    async Task IRunFollowing.EndAsync(StoryRun run, RunResult result)
    {
        if (result.State == RunState.Done)
        {
            toss.Renew();
        }

        await ReloadAsync(DeskOutcome.Of(run.Request.Kind, result));
        await RereadNextAsync();
    }

    void IRunFollowing.Fail(StoryRun run, Exception exception)
    {
        LogFailed(exception, run.Request.StoryId);
        Set(view => view with { Live = null, Outcome = OutcomeOf(exception) });
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
        var draft = WithUnstored(await drafts.ReadAsync(storyId, _room, closing));
        var isSample = await models.IsSampleAsync(closing);
        closing.ThrowIfCancellationRequested();
        var edits = draft?.Head is not { } head ? null : old?.StandFor(head) == true ? old : NewEdits(head);
        // In one change: a text that is not stored is on the desk at every moment.
        Set(view => (edits == old ? view : WithLeft(view, old)) with
        {
            State = draft is null ? DeskState.NotFound : DeskState.Ready,
            Draft = draft,
            Edits = edits,
            Live = _follower is { IsShowing: true } ? view.Live : null,
            Wish = view.Wish.After(draft, outcome),
            Outcome = outcome,
            Toss = draft?.Head is { Id: var headId } ? toss.For(headId) : null,
            IsSample = isSample,
        });
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
        catch (FailureException e)
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

        _changed.Raise(View);
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

        _changed.Raise(View);
    }

    [LoggerMessage(LogLevel.Error, "An action at the desk of story {StoryId} failed")]
    private partial void LogFailed(Exception exception, Guid storyId);
}
