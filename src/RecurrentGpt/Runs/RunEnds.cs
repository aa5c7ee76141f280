using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Runs;

/// <summary>Stores how runs ended that wrote no step, sooner or later.</summary>
internal sealed class RunEnds : IAsyncDisposable
{
    private readonly IStoryStore _store;
    private readonly Signal<Guid> _settled = new();
    private readonly UnstoredEnds<Run> _unstored;

    internal RunEnds(IStoryStore store, TimeProvider clock)
    {
        _store = store;
        _unstored = new UnstoredEnds<Run>(clock, _settled.Raise);
    }

    internal IDisposable Subscribe(Action<Guid> settled) => _settled.Subscribe(settled);

    internal Run? Find(Guid storyId) => _unstored.Find(storyId);

    internal Task SettleAsync(Guid storyId) => _unstored.SettleAsync(storyId);

    /// <returns>Why it is not stored yet; null when it is.</returns>
    internal async Task<StepFailure?> StoreAsync(StoryRun run, RunEnd end)
    {
        try
        {
            await _store.EndAsync(run.Id, end, CancellationToken.None);
            return null;
        }
        catch (StoreException exception)
        {
            _unstored.Keep(run.Request.StoryId, AsStored(run, end, exception.Failure), () => _store.EndAsync(run.Id, end, CancellationToken.None));
            return exception.Failure;
        }
    }

    public ValueTask DisposeAsync() => _unstored.DisposeAsync();

    private static Run AsStored(StoryRun run, RunEnd end, StepFailure failure) => new()
    {
        Id = run.Id,
        Request = run.Request,
        State = end.State,
        StartedAt = run.StartedAt,
        Partial = end.Partial,
        Arrived = end.Arrived,
        Failure = end.Failure ?? failure,
    };
}
