using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Recurrence.Coverage;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Runs;

/// <summary>
/// Owns the running generations of all stories, one a story, so that they outlive the tab that started them.
/// </summary>
public sealed partial class StoryRunner(
    IStoryStore store,
    IModelSource models,
    MemoryShelf shelf,
    MemoryIndexer indexer,
    RecurrenceOptions options,
    TimeProvider clock,
    Random chance,
    ILogger<StoryRunner> logger) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, StoryRun> _running = new();
    private readonly StepWriter _steps = new(clock, chance);
    private readonly OpeningWriter _openings = new(clock);
    private readonly ByHandWriter _hands = new(clock);
    private readonly StepRequests _requests = new(store, shelf, options, clock);
    private readonly RereadRequests _rereads = new(store);
    private readonly ChoiceRequests _choices = new(store, shelf);
    private readonly Signal<StoryRun> _started = new();
    private readonly PatientCommit _commits = new(store, options, clock);
    private readonly RunEnds _ends = new(store, clock);
    private readonly CommittedMemory _memory = new(shelf, indexer);
    private int _places;
    private volatile bool _isClosing;

    /// <summary>Has steps written before their plan is picked; null where none are.</summary>
    public LookaheadRunner? Lookahead { get; init; }

    /// <summary>The run that is writing a story now; null when there is none.</summary>
    public StoryRun? Find(Guid storyId) => _running.GetValueOrDefault(storyId);

    /// <summary>Tells of every run that starts, of any story, whoever started it.</summary>
    /// <returns>Ends the subscription when disposed.</returns>
    public IDisposable Subscribe(Action<StoryRun> started) => _started.Subscribe(started);

    /// <summary>The run of a story that has ended, and whose end could not be stored yet; null when there is none. It is tried again by itself.</summary>
    public Run? FindUnstored(Guid storyId) => _ends.Find(storyId);

    /// <summary>Tells, by the id of its story, of every end that was stored later than it came; from any thread.</summary>
    /// <returns>Ends the subscription when disposed.</returns>
    public IDisposable SubscribeSettled(Action<Guid> settled) => _ends.Subscribe(settled);

    /// <summary>Starts a run. It goes on by itself until it is done, fails, or is stopped.</summary>
    /// <returns>The run, or null when the story is being written already.</returns>
    /// <exception cref="ModelException">
    /// The models cannot be used as they are set, the paragraph to write again is locked, or as many runs go on as may; nothing was stored.
    /// </exception>
    /// <exception cref="StoreException">Nothing can be stored now; nothing was begun.</exception>
    /// <exception cref="InvalidOperationException">The story or the parent step is not there, or the program is closing.</exception>
    public async Task<StoryRun?> StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var settled = await models.CurrentAsync(cancellationToken);
        var story = await store.FindStoryAsync(request.StoryId, cancellationToken) ?? throw new InvalidOperationException("The story is not there any more.");
        var parent = await FindParentAsync(request, cancellationToken);
        await HeadLock.CheckAsync(store, story, request, cancellationToken);
        if (_isClosing)
        {
            throw new InvalidOperationException("The program is closing; start it again to go on.");
        }

        await _ends.SettleAsync(request.StoryId);
        if (await ClaimAsync(request, cancellationToken) is not { } claimed)
        {
            return null;
        }

        var run = new StoryRun(claimed);
        _running[story.Id] = run;
        LogStarted(run.Id, request.Kind, story.Id);
        _started.Raise(run);
        _ = CarryAsync(run, new Dialogue(settled, options, clock, chance) { Dimensions = () => DimensionsOf(story.Id, settled) }, story, parent);
        return run;
    }

    /// <summary>Ends the runs that go on now as interrupted, and waits until each is stored so. Others may be started afterwards.</summary>
    public Task InterruptAsync() => Task.WhenAll(_running.Values.Select(run => run.InterruptAsync()));

    /// <summary>Ends all runs as interrupted and waits until each is stored so.</summary>
    public async ValueTask DisposeAsync()
    {
        _isClosing = true;
        await Task.WhenAll(_running.Values.Select(run => run.StopAsync()));
        await _ends.DisposeAsync();
    }

    // A place is taken before the claim, so that two that come at one instant cannot both have the last one.
    private async Task<Run?> ClaimAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _places) > options.MaxRuns)
        {
            Interlocked.Decrement(ref _places);
            throw new ModelException(new StepFailure(FailureKind.TooManyRuns, options.MaxRuns.ToString(CultureInfo.InvariantCulture)));
        }

        Run? claimed = null;
        try
        {
            return claimed = await store.ClaimAsync(Guid.CreateVersion7(clock.GetUtcNow()), request, cancellationToken);
        }
        finally
        {
            if (claimed is null)
            {
                Interlocked.Decrement(ref _places);
            }
        }
    }

    private int DimensionsOf(Guid storyId, WritingModels settled) =>
        shelf.Find(storyId) is { } memory && memory.EmbeddingModel == settled.EmbeddingModel ? memory.Dimensions : 0;

    private async Task<Step?> FindParentAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Kind is RunKind.Opening or RunKind.OwnOpening)
        {
            return null;
        }

        var parent = request.ParentId is { } id ? await store.FindStepAsync(id, cancellationToken) : null;
        return parent?.StoryId == request.StoryId ? parent : throw new InvalidOperationException("The step to go on from is not there.");
    }

    // Nobody awaits this task: it handles its own end, whatever that is, and the run's completion tells of it.
    private async Task CarryAsync(StoryRun run, Dialogue dialogue, Story story, Step? parent)
    {
        var partial = new PartialProse(store, run.Id, clock, failure => LogNotStored(failure, run.Id));
        RunResult result;
        try
        {
            result = await WriteAsync(run, dialogue, partial, story, parent);
        }
        catch (OperationCanceledException) when (run.Stopping.IsCancellationRequested)
        {
            result = new RunResult(_isClosing || run.IsInterrupted ? RunState.Interrupted : RunState.Stopped, null, [], []);
        }
        catch (FailureException exception)
        {
            LogBroken(exception, run.Id);
            result = Failed(exception.Failure);
        }
        catch (Exception exception)
        {
            LogBroken(exception, run.Id);
            result = Failed(new StepFailure(FailureKind.Unexpected, exception.Message));
        }

        await partial.DisposeAsync();
        if (result.State != RunState.Done)
        {
            result = await EndAsync(run, dialogue, partial, result);
        }

        LogEnded(run.Id, result.State, dialogue.Exchanges.Count);
        _running.TryRemove(story.Id, out _);
        Interlocked.Decrement(ref _places);
        run.End(result);
    }

    private async Task<RunResult> WriteAsync(StoryRun run, Dialogue dialogue, PartialProse partial, Story story, Step? parent)
    {
        await foreach (var stepEvent in EventsAsync(run, dialogue, story, parent))
        {
            if (stepEvent is StepEvent.ParagraphText text)
            {
                partial.Add(text);
            }

            run.Publish(stepEvent);
            switch (stepEvent)
            {
                case StepEvent.Failed failed:
                    return Failed(failed.Failure);
                case StepEvent.Finished finished:
                    return await CommitAsync(run, finished.Result);
            }
        }

        throw new InvalidOperationException("A run ended without saying how.");
    }

    private async IAsyncEnumerable<StepEvent> EventsAsync(StoryRun run, Dialogue dialogue, Story story, Step? parent)
    {
        var request = run.Request;
        var events = request.Kind switch
        {
            RunKind.Reread when parent is not null => RereadWriter.WriteAsync(await _rereads.ToRereadAsync(request, story, parent, run.Stopping), dialogue, run.Stopping),
            RunKind.Rewrite when parent is not null => RewriteWriter.WriteAsync(story, parent, request, dialogue, run.Stopping),
            RunKind.NewPlans when parent is not null => PlanWriter.WriteAsync(story, parent, request, dialogue, run.Stopping),
            RunKind.Coverage when parent is not null => CoverageWriter.WriteAsync(parent, dialogue, run.Stopping),
            RunKind.Choice when parent is not null => ChoiceWriter.WriteAsync(await _choices.ToChoiceAsync(request, dialogue.Models, story, parent, run.Stopping), dialogue, run.Stopping),
            RunKind.Judgement when parent is not null => JudgementWriter.WriteAsync(story, parent, request.Text, dialogue, run.Stopping),
            RunKind.KeepByHand when parent is not null => _hands.WriteAsync(story.Settings, parent, request, dialogue, run.Stopping),
            RunKind.Step when parent is not null && await TakeAheadAsync(run, dialogue, story, parent) is { } ahead => ahead.HandOverAsync(request, story.Settings, dialogue, run.Stopping),
            RunKind.Step or RunKind.Keep when parent is not null => _steps.WriteAsync(await _requests.ToStepAsync(request, dialogue.Models, story, parent, run.Stopping), dialogue, run.Stopping),
            _ => _openings.WriteAsync(story.Card, story.Settings, request.Text, dialogue, run.Stopping),
        };
        await foreach (var stepEvent in events)
        {
            yield return stepEvent;
        }
    }

    private Task<AheadStep?> TakeAheadAsync(StoryRun run, Dialogue dialogue, Story story, Step parent) =>
        Lookahead?.TakeAsync(run.Request, dialogue.Models, story, parent, run.Stopping) ?? Task.FromResult<AheadStep?>(null);

    private async Task<RunResult> CommitAsync(StoryRun run, StoryChange change)
    {
        Committed committed;
        try
        {
            committed = await _commits.StoreAsync(run, change);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogNotStored(exception, run.Id);
            return Failed(exception is StoreException unstored ? unstored.Failure : new StepFailure(FailureKind.NotStored));
        }

        _memory.Remember(run.Request.StoryId, committed, change);
        return new RunResult(RunState.Done, null, committed.Steps, change.Notices) { Proposal = change.Proposal };
    }

    private async Task<RunResult> EndAsync(StoryRun run, Dialogue dialogue, PartialProse partial, RunResult result)
    {
        var end = new RunEnd(result.State, result.Failure, partial.Text) { Arrived = dialogue.Sections, Exchanges = dialogue.Exchanges };
        try
        {
            return await _ends.StoreAsync(run, end) is { } unstored ? Failed(unstored) : result;
        }
        catch (Exception exception)
        {
            LogNotStored(exception, run.Id);
            return Failed(new StepFailure(FailureKind.NotStored));
        }
    }

    private static RunResult Failed(StepFailure failure) => new(RunState.Failed, failure, [], []);

    [LoggerMessage(LogLevel.Information, "Run {RunId} ({Kind}) of story {StoryId} started")]
    private partial void LogStarted(Guid runId, RunKind kind, Guid storyId);

    [LoggerMessage(LogLevel.Information, "Run {RunId} ended {State} after {Requests} chat requests")]
    private partial void LogEnded(Guid runId, RunState state, int requests);

    [LoggerMessage(LogLevel.Error, "Run {RunId} broke")]
    private partial void LogBroken(Exception exception, Guid runId);

    [LoggerMessage(LogLevel.Error, "Run {RunId} could not be stored")]
    private partial void LogNotStored(Exception exception, Guid runId);
}
