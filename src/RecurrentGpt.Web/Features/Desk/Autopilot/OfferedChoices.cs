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
    /// <param name="db">The store.</param>
    /// <param name="headId">The step that the draft ends with.</param>
    /// <param name="followed">The plan that was chosen as it had been offered, by the step.</param>
    /// <param name="cancellationToken">Gives the reading up.</param>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<OfferedChoice>>> ReadAsync(
        WritingDb db,
        Guid headId,
        IReadOnlyDictionary<Guid, string> followed,
        CancellationToken cancellationToken)
    {
        var plans = await (
            from step in db.PathTo(headId)
            join plan in db.Plans on step.ParentId equals (Guid?)plan.StepId
            where step.PlanSource == PlanSource.Autopilot
            select new { step.Id, plan.Set, plan.Number, Start = plan.Written.Substring(0, Length), Edited = plan.Text.Substring(0, Length) }).ToListAsync(cancellationToken);

        return plans.GroupBy(plan => plan.Id).ToDictionary(
            step => step.Key,
            step => (IReadOnlyList<OfferedChoice>)
            [
                .. OfferedSet.Of(step, plan => (plan.Set, plan.Number), plan => Begins(followed.GetValueOrDefault(step.Key), plan.Start, plan.Edited))
                    .Select(plan => new OfferedChoice(plan.Number, WholeWords(plan.Start))),
            ]);
    }

    private static bool Begins(string? plan, params ReadOnlySpan<string> starts)
    {
        var start = plan?[..Math.Min(plan.Length, Length)];
        return start is not null && starts.Contains(start);
    }

    private static string WholeWords(string start)
    {
        var end = start.Length < Length ? -1 : start.LastIndexOf(' ');
        return end > Length / 2 ? start[..end] + "…" : start.Length < Length ? start : start + "…";
    }
}
