using RecurrentGpt.Runs;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>What the desk shows and asks of the filling in of long-term memory.</summary>
internal sealed class IndexingDesk(MemoryIndexer indexer)
{
    /// <summary>Fills in what a story lacks, in the background; does nothing when that goes on already.</summary>
    public void Begin(Guid storyId) => indexer.Begin(storyId);

    public void TryNow(Guid storyId) => indexer.TryNow(storyId);

    public IAsyncEnumerable<IndexingState?> WatchAsync(Guid storyId, CancellationToken cancellationToken) => indexer.WatchAsync(storyId, cancellationToken);
}
