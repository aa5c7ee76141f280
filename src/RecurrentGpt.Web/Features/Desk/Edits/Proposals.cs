using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;
using RecurrentGpt.Web.Storage.Entities;

namespace RecurrentGpt.Web.Features.Desk.Edits;

/// <summary>Proposals for short-term memory, as they lie with their runs.</summary>
internal static class Proposals
{
    // A proposal has no title: what is answered of it lies under that name, as places with spaces between.
    private const Section Answers = Section.Name;

    /// <summary>What is proposed for the memory of a head and not answered in full, by the order of the paragraphs; of each paragraph only the latest.</summary>
    public static async Task<IReadOnlyList<MemoryProposal>> FindAsync(WritingDb db, Guid storyId, Guid headId, CancellationToken cancellationToken)
    {
        var rows = await (
            from run in db.Runs
            join step in db.Steps on run.ParentId equals step.Id
            where run.StoryId == storyId && run.HeadId == headId && run.Kind == RunKind.Reread && run.State == RunState.Done
            orderby step.Number, run.Number
            select new { run.Id, run.Dropped, run.Arrived, run.Held, step.Number }).ToListAsync(cancellationToken);

        return
        [
            .. from row in rows.GroupBy(row => row.Number).Select(ofParagraph => ofParagraph.Last())
               where !row.Dropped && row.Arrived.ContainsKey(Section.Memory) && row.Held is not null
               select new MemoryProposal(
                   row.Id, row.Number, row.Held.ShortTermMemory, row.Arrived[Section.Memory], row.Arrived.GetValueOrDefault(Section.Rationale, ""), AnsweredIn(row.Arrived)),
        ];
    }

    /// <summary>Remembers that changes were answered; when none is left open the proposal is gone.</summary>
    public static async Task<bool> AnswerAsync(WritingDb db, Guid runId, IReadOnlyCollection<int> changes, bool isLast)
    {
        if (await db.Runs.SingleOrDefaultAsync(row => row.Id == runId && row.Kind == RunKind.Reread) is not { State: RunState.Done } run)
        {
            return false;
        }

        Remember(run, [.. AnsweredIn(run.Arrived).Union(changes).Order()]);
        run.Dropped |= isLast;
        return true;
    }

    private static void Remember(RunRow run, IReadOnlyList<int> answered) => run.Arrived = new Dictionary<Section, string>(run.Arrived)
    {
        [Answers] = string.Join(' ', answered.Select(place => place.ToString(CultureInfo.InvariantCulture))),
    };

    private static List<int> AnsweredIn(IReadOnlyDictionary<Section, string> arrived) =>
        [.. arrived.GetValueOrDefault(Answers, "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(place => int.Parse(place, CultureInfo.InvariantCulture))];
}
