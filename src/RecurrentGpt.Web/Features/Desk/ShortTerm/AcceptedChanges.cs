using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

/// <summary>Stores which changes of a step's memory the author has seen and accepted.</summary>
public sealed class AcceptedChanges(OwnWrites writes)
{
    /// <summary>Accepts changes, by their <see cref="Step.AcceptedChanges"/> places. Accepting twice changes nothing; what another tab accepted stays accepted.</summary>
    /// <returns>All that are accepted now, in order.</returns>
    /// <exception cref="InvalidOperationException">The step is not there.</exception>
    public Task<IReadOnlyList<int>> AcceptAsync(Guid stepId, IReadOnlyCollection<int> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return writes.WriteAsync(db => AcceptAsync(db, stepId, changes), cancellationToken);
    }

    private static async Task<IReadOnlyList<int>> AcceptAsync(WritingDb db, Guid stepId, IReadOnlyCollection<int> changes)
    {
        var step = await db.Steps.SingleOrDefaultAsync(row => row.Id == stepId) ?? throw new InvalidOperationException($"There is no step {stepId}.");
        if (changes.Except(step.AcceptedChanges).Any())
        {
            step.AcceptedChanges = [.. step.AcceptedChanges.Union(changes).Order()];
        }

        return step.AcceptedChanges;
    }
}
