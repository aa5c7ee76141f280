using Microsoft.Extensions.Logging;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Lookahead;

/// <summary>
/// Owns the steps that are written before their plan is picked. Each is compared by the prompt that it was written from: one that would be asked for otherwise
/// now is stale, and is let go. The run of a plan takes the step that is written ahead of it; the others of the same desk are dropped, or kept as branches.
/// </summary>
public sealed partial class LookaheadRunner : IAsyncDisposable
{
    private readonly IStoryStore _store;
    private readonly IModelSource _models;
    private readonly RecurrenceOptions _options;
    private readonly TimeProvider _clock;
    private readonly Random _chance;
    private readonly ILogger _logger;
    private readonly StepRequests _requests;
    private readonly StepWriter _steps;
    private readonly AheadLeavings _leavings;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SemaphoreSlim _places;
    private readonly AheadShelf _shelf = new();
    private readonly Signal<Guid> _changed = new();

    /// <summary>Makes one for one person, beside their <see cref="StoryRunner"/>.</summary>
    public LookaheadRunner(
        IStoryStore store,
        ILookaheadStore own,
        IModelSource models,
        MemoryShelf shelf,
        MemoryIndexer indexer,
        RecurrenceOptions options,
        TimeProvider clock,
        Random chance,
        ILogger<LookaheadRunner> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_store, _models, _options, _clock, _chance, _logger) = (store, models, options, clock, chance, logger);
        _requests = new StepRequests(store, shelf, options, clock);
        _steps = new StepWriter(clock, chance);
        _leavings = new AheadLeavings(own, new PatientCommit(store, options, clock), new CommittedMemory(shelf, indexer), clock, exception => LogNotStored(exception));
        _places = new SemaphoreSlim(options.MaxAhead);
    }

    /// <summary>Tells, by the id of its story, of every change of what is written ahead, from any thread.</summary>
    /// <returns>Ends the subscription when disposed.</returns>
    public IDisposable Subscribe(Action<Guid> changed) => _changed.Subscribe(changed);

    /// <summary>The steps that are written ahead in a story, as they were found fresh when it was last asked for.</summary>
    public IReadOnlyList<AheadStep> Find(Guid storyId) => _shelf.Of(storyId);

    /// <summary>
    /// Lets go of what is stale in a story, and begins the steps that are wanted and not there. It returns when they are begun, not when they are written.
    /// </summary>
    /// <param name="storyId">The story.</param>
    /// <param name="wanted">The runs that would be asked for, each with its plan and its toss; empty to look at what is there alone.</param>
    /// <param name="cancellationToken">Stops the look; what was begun goes on.</param>
    /// <exception cref="ModelException">The models cannot be used as they are set.</exception>
    /// <exception cref="StoreException">The story cannot be read now.</exception>
    public async Task WantAsync(Guid storyId, IReadOnlyList<RunRequest> wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (wanted.Count == 0 && _shelf.Of(storyId).Count == 0)
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var settled = await _models.CurrentAsync(cancellationToken);
            var story = await _store.FindStoryAsync(storyId, cancellationToken);
            foreach (var stale in await FindStaleAsync(storyId, story, settled, cancellationToken))
            {
                Drop(stale);
            }

            foreach (var request in story is null ? [] : wanted)
            {
                await BeginAsync(request, settled, story!, cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }

        _changed.Raise(storyId);
    }

    /// <summary>Lets go of all that is written ahead in a story.</summary>
    public void Drop(Guid storyId)
    {
        foreach (var ahead in _shelf.Of(storyId))
        {
            Drop(ahead);
        }

        _changed.Raise(storyId);
    }

    /// <summary>
    /// Lets go of all that is written ahead, branches that are still written among it, and waits until what it cost is stored. More may be asked for afterwards.
    /// </summary>
    public Task DropAllAsync()
    {
        foreach (var ahead in _shelf.All())
        {
            Drop(ahead);
        }

        return _leavings.EndAsync();
    }

    /// <inheritdoc cref="DropAllAsync"/>
    public async ValueTask DisposeAsync()
    {
        await DropAllAsync();
        _leavings.Dispose();
        _turn.Dispose();
        _places.Dispose();
    }

    /// <summary>
    /// Hands over the step that is written ahead of a run, if there is one and all that it was written from stands as it did. What else is written ahead of the
    /// same desk is dropped, or kept as branches by the story's settings.
    /// </summary>
    internal async Task<AheadStep?> TakeAsync(RunRequest request, WritingModels settled, Story story, Step parent, CancellationToken cancellationToken)
    {
        if (_shelf.Of(story.Id).Count == 0)
        {
            return null;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var basis = await _requests.ToBasisAsync(request, settled, story, parent, request.Toss ?? _chance.NextDouble(), cancellationToken);
            var taken = _shelf.Of(story.Id).FirstOrDefault(ahead => ahead.IsUnderWayOrReady && ahead.Basis.IsSameAs(basis));
            if (taken is not null)
            {
                _shelf.Remove(taken);
                _leavings.Take(taken);
            }

            await LeaveOthersAsync(request, settled, story, cancellationToken);
            return taken;
        }
        finally
        {
            _turn.Release();
            _changed.Raise(story.Id);
        }
    }

    private async Task LeaveOthersAsync(RunRequest request, WritingModels settled, Story story, CancellationToken cancellationToken)
    {
        var stale = story.Settings.KeepsWrittenAhead ? await FindStaleAsync(story.Id, story, settled, cancellationToken) : [];
        foreach (var other in _shelf.Of(story.Id).Where(ahead => ahead.Request.ParentId == request.ParentId))
        {
            if (story.Settings.KeepsWrittenAhead && other.IsUnderWayOrReady && !stale.Contains(other))
            {
                _shelf.Remove(other);
                _leavings.Keep(other);
            }
            else
            {
                Drop(other);
            }
        }
    }

    // What its plan would be sent with now is asked of the store: boxes, pins, bans, settings and models may all have changed. Where it was switched off, nothing is wanted any more.
    private async Task<List<AheadStep>> FindStaleAsync(Guid storyId, Story? story, WritingModels settled, CancellationToken cancellationToken)
    {
        var stale = new List<AheadStep>();
        foreach (var ahead in _shelf.Of(storyId))
        {
            var parent = story is null ? null : await _store.FindStepAsync(ahead.Basis.Request.Head.Id, cancellationToken);
            var isOffered = story is { Settings.Lookahead: not LookaheadReach.Off } && parent is not null && parent.Plans.Any(plan => plan.Text == ahead.Basis.Request.Plan.Text);
            if (!isOffered || !ahead.Basis.IsSameAs(await _requests.ToBasisAsync(ahead.Request, settled, story!, parent!, ahead.Basis.Request.Toss ?? 1, cancellationToken)))
            {
                stale.Add(ahead);
            }
        }

        return stale;
    }

    private async Task BeginAsync(RunRequest request, WritingModels settled, Story story, CancellationToken cancellationToken)
    {
        var parent = request.ParentId is { } id ? await _store.FindStepAsync(id, cancellationToken) : null;
        if (parent is null || request.Plan is null)
        {
            return;
        }

        var basis = await _requests.ToBasisAsync(request, settled, story, parent, request.Toss ?? _chance.NextDouble(), cancellationToken);
        if (_shelf.Of(story.Id).Any(ahead => ahead.Basis.IsSameAs(basis)) || !_shelf.TryCount(parent.Id, _options.MaxAheadOfStep))
        {
            return;
        }

        var ahead = new AheadStep(request, basis, _clock.GetUtcNow());
        if (_shelf.Add(ahead) is { } oldest)
        {
            Drop(oldest);
        }

        LogBegun(story.Id);
        _ = CarryAsync(ahead);
    }

    // Nobody awaits this task: it handles its own end, whatever that is.
    private async Task CarryAsync(AheadStep ahead)
    {
        try
        {
            await _places.WaitAsync(ahead.Stopping);
            try
            {
                await WriteAsync(ahead);
            }
            finally
            {
                _places.Release();
            }

            ahead.End();
        }
        catch (OperationCanceledException) when (ahead.Stopping.IsCancellationRequested)
        {
            ahead.End();
        }
        catch (FailureException exception)
        {
            LogBroken(exception);
            ahead.End(exception.Failure);
        }
        catch (Exception exception)
        {
            LogBroken(exception);
            ahead.End(new StepFailure(FailureKind.Unexpected));
        }

        _changed.Raise(ahead.Request.StoryId);
    }

    private async Task WriteAsync(AheadStep ahead)
    {
        var step = ahead.Basis.Request;
        ahead.Begin(new Dialogue(ahead.Basis.Models, _options, _clock, _chance) { Dimensions = () => step.Memory.Dimensions });
        _changed.Raise(ahead.Request.StoryId);
        await foreach (var stepEvent in _steps.WriteAsync(step, ahead.Dialogue!, ahead.Stopping))
        {
            ahead.Add(stepEvent);
        }
    }

    private void Drop(AheadStep ahead)
    {
        _shelf.Remove(ahead);
        _leavings.Drop(ahead);
    }

    [LoggerMessage(LogLevel.Information, "A step of story {StoryId} is written ahead")]
    private partial void LogBegun(Guid storyId);

    [LoggerMessage(LogLevel.Warning, "A step that was written ahead broke")]
    private partial void LogBroken(Exception exception);

    [LoggerMessage(LogLevel.Error, "What was written ahead could not be stored")]
    private partial void LogNotStored(Exception exception);
}
