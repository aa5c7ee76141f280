using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

/// <summary>Short-term memory around one step: what it was given, what the model wrote, and what stood there at the end.</summary>
public sealed record MemoryMoment(int Number, string Sent, string Written, string Standing, string Rationale)
{
    /// <summary>What the model changed; nothing for an opening, which was given no memory.</summary>
    public IReadOnlyList<MemoryChange> ByModel { get; } = Sent.Length > 0 ? TrackedChanges.Between(Sent, Written).Changes : [];

    /// <summary>What the author changed by hand.</summary>
    public IReadOnlyList<MemoryChange> ByHand { get; } = TrackedChanges.Between(Written, Standing).Changes;
}

/// <summary>Reads the memory of a path, a few steps at a time.</summary>
public sealed class MemoryHistoryStore(IDbContextFactory<WritingDb> readers)
{
    /// <summary>The moments of a path from one step number to another, both with them, by number.</summary>
    public async Task<IReadOnlyDictionary<int, MemoryMoment>> ReadAsync(Guid headId, int from, int to, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        return await db.PathTo(headId)
            .Where(step => step.Number >= from && step.Number <= to)
            .Select(step => new { step.Number, step.SentMemory, step.WrittenMemory, step.ShortTermMemory, step.Rationale })
            .ToDictionaryAsync(
                step => step.Number,
                step => new MemoryMoment(step.Number, step.SentMemory, step.WrittenMemory, step.ShortTermMemory, step.Rationale),
                cancellationToken);
    }
}
