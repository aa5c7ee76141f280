using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>One story in memory that grows: what runs write is kept and found again, and unattended runs are counted from it. For several threads.</summary>
public sealed class StoryWorld : IStoryStore, IModelSource, IAutopilotStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Step> _steps = [];
    private readonly List<StoredRun> _runs = [];
    private readonly List<AutopilotRecord> _autopilots = [];

    public StoryWorld(ScriptedChat chat)
    {
        var head = Samples.Step();
        _steps[head.Id] = head;
        Story = Samples.Story with { HeadId = head.Id };
        Models = Samples.Models(chat);
    }

    public Story Story { get; set; }

    public WritingModels Models { get; set; }

    /// <summary>Fails every start, as wrong settings do.</summary>
    public StepFailure? Refusal { get; set; }

    /// <summary>Choices that the author made before.</summary>
    public IReadOnlyList<PastPick> Picks { get; set; } = [];

    /// <summary>What a token costs; null without prices.</summary>
    public decimal? Price { get; set; }

    /// <summary>Whether the story is off the shelf.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>What counting throws; null when it goes well.</summary>
    public Exception? CountFails { get; set; }

    /// <summary>Happens just before what a run wrote is stored.</summary>
    public Action? Committing { get; set; }

    /// <summary>All runs, in the order of their claims.</summary>
    public IReadOnlyList<StoredRun> Runs
    {
        get
        {
            lock (_gate)
            {
                return [.. _runs];
            }
        }
    }

    /// <summary>The steps that autopilot has written, as they were asked for.</summary>
    public IReadOnlyList<RunRequest> Written => [.. Runs.Where(run => run is { Request.Kind: RunKind.Step, State: RunState.Done }).Select(run => run.Request)];

    public Step Head => _steps[Story.HeadId!.Value];

    public void Change(Step step) => _steps[step.Id] = step;

    public ValueTask<WritingModels> CurrentAsync(CancellationToken cancellationToken) =>
        Refusal is { } failure ? throw new ModelException(failure) : ValueTask.FromResult(Models);

    public Task<Story?> FindStoryAsync(Guid storyId, CancellationToken cancellationToken) => Task.FromResult(storyId == Story.Id && !IsDeleted ? Story : null);

    public Task<Step?> FindStepAsync(Guid stepId, CancellationToken cancellationToken) => Task.FromResult(_steps.GetValueOrDefault(stepId));

    public Task<IReadOnlyList<MemoryEntry>> ReadEntriesAsync(Guid storyId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MemoryEntry>>(
        [.. _steps.Values.Select(step => new MemoryEntry { StepId = step.Id, ParentId = step.ParentId, Number = step.Number, Text = step.Summary, Vector = ScriptedEmbedder.Embed(step.Summary), EmbeddingModel = "letters" })]);

    public Task<IReadOnlyList<PastPick>> ReadPicksAsync(Guid headId, CancellationToken cancellationToken) => Task.FromResult(Picks);

    public Task<IReadOnlyList<StoryParagraph>> ReadParagraphsAsync(Guid storyId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<StoryParagraph>>(
        [.. _steps.Values.OrderBy(step => step.Number).Select(step => new StoryParagraph(step.Id, step.ParentId, step.Number, step.Version, step.Paragraph))]);

    public Task SaveVectorsAsync(string embeddingModel, IReadOnlyList<EntryVector> vectors, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task KeepPartialAsync(Guid runId, string partial, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<Run?> ClaimAsync(Guid runId, RunRequest request, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_runs.Exists(run => run.State == RunState.Running))
            {
                return Task.FromResult<Run?>(null);
            }

            _runs.Add(new StoredRun(runId, request, RunState.Running, []));
            return Task.FromResult<Run?>(new Run { Id = runId, Request = request, State = RunState.Running, StartedAt = DateTimeOffset.UnixEpoch });
        }
    }

    public Task<Committed> CommitAsync(Guid runId, StoryChange change, CancellationToken cancellationToken)
    {
        Committing?.Invoke();
        lock (_gate)
        {
            var request = End(runId, RunState.Done, change.Exchanges);
            var parent = _steps[request.ParentId!.Value];
            Step[] steps = [.. change.Steps.Select(written => ToStep(written, parent))];
            foreach (var step in steps)
            {
                _steps[step.Id] = step;
                Story = Story with { HeadId = step.Id };
            }

            if (change.Plans is { } plans)
            {
                _steps[parent.Id] = parent with { Plans = [.. plans.Select(plan => new OfferedPlan(plan.Key, plan.Value, plan.Value))] };
            }

            if (change.Extended is { } extended)
            {
                _steps[parent.Id] = parent with { Paragraph = extended.Text, Version = parent.Version + 1 };
            }

            return Task.FromResult(new Committed(steps, null));
        }
    }

    public Task EndAsync(Guid runId, RunEnd end, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            End(runId, end.State, end.Exchanges);
        }

        return Task.CompletedTask;
    }

    public Task BeginAsync(AutopilotRecord record, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _autopilots.Add(record);
        }

        return Task.CompletedTask;
    }

    public Task SaveAsync(AutopilotRecord record, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _autopilots[_autopilots.FindIndex(stored => stored.Id == record.Id)] = record;
        }

        return Task.CompletedTask;
    }

    public Task<AutopilotRecord?> FindLatestAsync(Guid storyId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_autopilots is [.., var latest] ? latest with { Spent = Spent(latest.Id) } : null);
        }
    }

    public Task<AutopilotSpent> ReadSpentAsync(Guid autopilotId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return CountFails is null ? Task.FromResult(Spent(autopilotId)) : throw CountFails;
        }
    }

    private AutopilotSpent Spent(Guid autopilotId)
    {
        var (steps, sinceStep, most, all) = (0, 0L, 0L, TokenUsage.None);
        foreach (var run in _runs.Where(run => run.Request.AutopilotId == autopilotId))
        {
            var usage = run.Exchanges.Aggregate(TokenUsage.None, (sum, exchange) => sum + (exchange.Usage ?? TokenUsage.None));
            (all, sinceStep) = (all + usage, sinceStep + usage.Input + usage.Output);
            if (run is { Request.Kind: RunKind.Step, State: RunState.Done })
            {
                (steps, most, sinceStep) = (steps + 1, Math.Max(most, sinceStep), 0);
            }
        }

        return new AutopilotSpent(steps, all, most, Price * (all.Input + all.Output), steps > 0 ? Price * most : null);
    }

    private RunRequest End(Guid runId, RunState state, IReadOnlyList<Exchange> exchanges)
    {
        var index = _runs.FindIndex(run => run.Id == runId && run.State == RunState.Running);
        _runs[index] = _runs[index] with { State = state, Exchanges = exchanges };
        return _runs[index].Request;
    }

    private Step ToStep(NewStep written, Step parent) => Samples.Step(written.Id, Story.Id, parent.Number + 1) with
    {
        ParentId = parent.Id,
        Plan = written.Plan,
        Turn = written.Turn,
        Paragraph = written.Paragraph,
        Summary = written.Summary,
        ShortTermMemory = written.ShortTermMemory,
        Plans = [.. written.Plans.Index().Select(plan => new OfferedPlan(plan.Index + 1, plan.Item, plan.Item))],
    };

    /// <summary>A run as the world keeps it.</summary>
    public sealed record StoredRun(Guid Id, RunRequest Request, RunState State, IReadOnlyList<Exchange> Exchanges);
}
