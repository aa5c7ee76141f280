using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Desk.Roads;

/// <summary>
/// Reads the plans that were offered and never followed. Two queries, however long the story is: its steps without their prose, and its plans.
/// The prose beside them is read for one page at a time.
/// </summary>
public sealed class RoadStore(IDbContextFactory<WritingDb> readers)
{
    private const int ExcerptLength = 160;

    /// <param name="headId">The step that the story stands on; what lies on the path to it comes first.</param>
    public async Task<RoadBook> ReadAsync(Guid storyId, Guid headId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        var steps = await db.Steps.Where(step => step.StoryId == storyId)
            .Select(step => new StepOfRoads(step.Id, step.ParentId, step.Number, step.PlanSource, step.WrittenAt, step.PlanText))
            .ToDictionaryAsync(step => step.Id, cancellationToken);
        var plans = await (
            from plan in db.Plans
            join step in db.Steps on plan.StepId equals step.Id
            where step.StoryId == storyId && plan.Text != ""
            select new OfferOfRoads(plan.StepId, plan.Set, plan.Number, plan.Text, plan.Text == plan.Written ? null : plan.Written)).ToListAsync(cancellationToken);

        return new RoadBook(RoadFinding.Find(steps, plans, headId));
    }

    /// <summary>The first words of the paragraphs of some steps.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> ReadFirstWordsAsync(IReadOnlyCollection<Guid> stepIds, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        return await db.Steps.Where(step => stepIds.Contains(step.Id))
            .Select(step => new { step.Id, Start = step.Paragraph.Substring(0, ExcerptLength) })
            .ToDictionaryAsync(step => step.Id, step => WholeWords(step.Start), cancellationToken);
    }

    private static string WholeWords(string start)
    {
        if (start.Length < ExcerptLength)
        {
            return start;
        }

        var end = start.LastIndexOf(' ');
        return (end > ExcerptLength / 2 ? start[..end] : start) + "…";
    }
}
