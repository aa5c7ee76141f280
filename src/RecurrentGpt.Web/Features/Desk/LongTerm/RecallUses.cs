using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Memory;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.LongTerm;

/// <summary>Reads which steps of a path recalled which entries.</summary>
public sealed class RecallUses(IDbContextFactory<WritingDb> readers)
{
    /// <summary>All uses on the path to a step, in the order of the story.</summary>
    public async Task<IReadOnlyList<RecallUse>> ReadAsync(Guid headId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);

        if (!await db.Steps.AnyAsync(step => step.Id == headId, cancellationToken))
        {
            return [];
        }

        // Read in the database: the column holds the texts too, and there may be thousands of them.
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            WITH RECURSIVE path (StepId, ParentId) AS (
                SELECT Id, ParentId FROM Steps WHERE Id = {headId}
                UNION ALL
                SELECT Steps.Id, Steps.ParentId FROM path JOIN Steps ON Steps.Id = path.ParentId)
            SELECT Steps.Number AS Step,
                   Steps.RunId AS RunId,
                   json_extract(used.value, '$.StepId') AS EntryId,
                   json_extract(used.value, '$.Step') AS Entry,
                   json_extract(used.value, '$.Score') AS Score,
                   json_extract(used.value, '$.Reason') AS Reason
            FROM path JOIN Steps ON Steps.Id = path.StepId, json_each(Steps.Recalled) AS used
            """).ToListAsync(cancellationToken);

        return
        [
            .. rows.OrderBy(row => row.Step).ThenBy(row => row.Entry)
                .Select(row => new RecallUse(row.Step, row.RunId, row.EntryId, row.Entry, row.Score, Enum.Parse<RecallReason>(row.Reason))),
        ];
    }

    private sealed record Row(int Step, Guid RunId, Guid EntryId, int Entry, double? Score, string Reason);
}
