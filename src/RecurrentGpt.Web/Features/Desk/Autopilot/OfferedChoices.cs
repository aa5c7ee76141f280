using System.Collections.ObjectModel;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>A plan that was offered, by its first words.</summary>
public sealed record OfferedChoice(int Number, string FirstWords);

/// <summary>Reads what autopilot chose from, in one query for the whole draft.</summary>
internal static class OfferedChoices
{
    private const int Length = 90;

    /// <summary>Of a draft that autopilot wrote nothing of.</summary>
    public static IReadOnlyDictionary<Guid, IReadOnlyList<OfferedChoice>> None { get; } = ReadOnlyDictionary<Guid, IReadOnlyList<OfferedChoice>>.Empty;

    /// <summary>By the step that was written by the choice.</summary>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<OfferedChoice>>> ReadAsync(WritingDb db, Guid headId, CancellationToken cancellationToken)
    {
        var offered = await (
            from step in db.PathTo(headId)
            join plan in db.Plans on step.ParentId equals (Guid?)plan.StepId
            where step.PlanSource == PlanSource.Autopilot && plan.Set == db.Plans.Where(other => other.StepId == plan.StepId).Max(other => other.Set)
            orderby plan.Number
            select new { step.Id, plan.Number, Start = plan.Written.Substring(0, Length) }).ToListAsync(cancellationToken);

        return offered.GroupBy(plan => plan.Id).ToDictionary(step => step.Key, step => (IReadOnlyList<OfferedChoice>)[.. step.Select(plan => new OfferedChoice(plan.Number, WholeWords(plan.Start)))]);
    }

    private static string WholeWords(string start)
    {
        var end = start.Length < Length ? -1 : start.LastIndexOf(' ');
        return end > Length / 2 ? start[..end] + "…" : start.Length < Length ? start : start + "…";
    }
}
