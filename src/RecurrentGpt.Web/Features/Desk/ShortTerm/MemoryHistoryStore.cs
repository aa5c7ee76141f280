using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory.ShortTerm;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.ShortTerm;

/// <summary>Short-term memory around one step: what it was given, what the model wrote, and what stood there at the end.</summary>
/// <param name="Locked">Sentences that no model may change.</param>
public sealed record MemoryMoment(int Number, string Sent, string Written, string Standing, string Rationale, params IReadOnlyList<string> Locked)
{
    /// <summary>What the model changed; nothing for an opening, which was given no memory.</summary>
    public IReadOnlyList<MemoryChange> ByModel { get; } = Sent.Length > 0 ? [.. TrackedChanges.Between(Sent, Written).Changes.Where(change => !Locked.Contains(change.Before))] : [];

    /// <summary>What the author changed by hand; that locked sentences were kept is the doing of neither.</summary>
    public IReadOnlyList<MemoryChange> ByHand { get; } = TrackedChanges.Between(LockedMemory.Keep(Sent, Written, Locked), Standing).Changes;
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
            .Select(step => new { step.Number, step.SentMemory, step.WrittenMemory, step.ShortTermMemory, step.Rationale, step.LockedSentences })
            .ToDictionaryAsync(
                step => step.Number,
                step => new MemoryMoment(step.Number, step.SentMemory, step.WrittenMemory, step.ShortTermMemory, step.Rationale, step.LockedSentences),
                cancellationToken);
    }
}
