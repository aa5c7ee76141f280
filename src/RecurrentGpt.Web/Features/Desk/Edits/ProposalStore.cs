using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Edits;

/// <summary>Stores what the author says to proposals for short-term memory.</summary>
public sealed partial class ProposalStore(OwnWrites writes, ILogger<ProposalStore> logger)
{
    /// <summary>The author has taken or turned down changes of a proposal, by their places.</summary>
    /// <param name="isLast">Whether none is left open: then the proposal is gone.</param>
    /// <returns>Whether that is stored.</returns>
    public async Task<bool> AnswerAsync(Guid runId, IReadOnlyCollection<int> changes, bool isLast, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        try
        {
            return await writes.WriteAsync(db => Proposals.AnswerAsync(db, runId, changes, isLast), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogNotAnswered(e, runId);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "An answer to what run {RunId} proposes for memory could not be stored")]
    private partial void LogNotAnswered(Exception exception, Guid runId);
}
