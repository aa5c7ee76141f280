using RecurrentGpt.Lookahead;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;

namespace RecurrentGpt.Tests.Doubles;

/// <summary>Keeps in memory what was written ahead and not picked.</summary>
public sealed class LeftAhead : ILookaheadStore
{
    private readonly Signal<bool> _told = new();

    public List<(RunRequest Request, StoryChange Change)> Branches { get; } = [];

    public List<AheadSpent> Spent { get; } = [];

    /// <summary>What a branch is refused with; null while there is room.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Ends when something is so of what was told.</summary>
    public Task UntilAsync(Func<LeftAhead, bool> reached) => Watching.UntilAsync(look => _told.Subscribe(_ => look()), () => reached(this));

    public Task<Committed> AddBranchAsync(Guid runId, RunRequest request, StoryChange change, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        Branches.Add((request, change));
        return Task.FromResult(new Committed([.. change.Steps.Select(step => Samples.Step(step.Id, request.StoryId, 4) with { ParentId = request.ParentId })], null));
    }

    public Task AddSpentAsync(Guid storyId, AheadSpent spent, CancellationToken cancellationToken)
    {
        Spent.Add(spent);
        _told.Raise(true);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<AheadSpent>> ReadSpentAsync(Guid storyId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AheadSpent>>(Spent);
}
