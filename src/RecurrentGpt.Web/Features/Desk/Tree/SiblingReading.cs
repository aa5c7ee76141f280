using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Finds the paragraphs of a path that have other versions.</summary>
internal static class SiblingReading
{
    /// <summary>The places of those that have any; plans are read only there.</summary>
    public static async Task<IReadOnlyDictionary<Guid, SiblingPlace>> ReadAsync(WritingDb db, Guid headId, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            WITH RECURSIVE path (StepId, ParentId) AS (
                SELECT Id, ParentId FROM Steps WHERE Id = {headId}
                UNION ALL
                SELECT Steps.Id, Steps.ParentId FROM path JOIN Steps ON Steps.Id = path.ParentId)
            SELECT path.StepId, sibling.Id AS SiblingId, sibling.PlanText, sibling.PlanSource, Runs.Number AS Made
            FROM path JOIN Steps AS sibling ON sibling.ParentId = path.ParentId JOIN Runs ON Runs.Id = sibling.RunId
            WHERE EXISTS (SELECT 1 FROM Steps AS other WHERE other.ParentId = path.ParentId AND other.Id <> path.StepId)
            """).ToListAsync(cancellationToken);

        return rows.GroupBy(row => row.StepId).ToDictionary(
            versions => versions.Key,
            versions => SiblingPlace.Of(versions.Key, [.. versions.OrderBy(row => row.Made).Select(ToSibling)]));
    }

    private static Sibling ToSibling(Row row) => new(row.SiblingId, new Plan(row.PlanText, Enum.Parse<PlanSource>(row.PlanSource)));

    private sealed record Row(Guid StepId, Guid SiblingId, string PlanText, string PlanSource, int Made);
}
