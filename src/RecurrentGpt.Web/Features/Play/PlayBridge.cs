using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using RecurrentGpt.Play;
using RecurrentGpt.Web.Features.Desk.Tree;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Play;

/// <summary>Leads from a story that is played to its draft: both are the same tree, so that nothing is copied and memory goes along.</summary>
public sealed class PlayBridge(IDbContextFactory<WritingDb> readers, OwnWrites writes, TimeProvider clock, IStringLocalizer<PlaythroughText> text)
{
    /// <summary>
    /// Names the branch that a step of a playthrough stands on after the day and how far it is played, so that it is found again in the draft. A name that is there already stays. A branch that
    /// does not begin within the playthrough is the draft's own, and the playthrough is the only way on from it: it needs no name.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no such step.</exception>
    public async Task SendToDraftAsync(Guid stepId, CancellationToken cancellationToken = default)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginSnapshotAsync(cancellationToken);
        var step = await db.Steps.Where(row => row.Id == stepId).Select(row => new { row.StoryId, row.Turn }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new InvalidOperationException($"There is no step {stepId}.");
        var first = new StoryTree(await db.Nodes(step.StoryId).ToListAsync(cancellationToken), stepId).BranchOf(stepId).First;
        if (await db.Steps.AnyAsync(row => row.Id == first.Id && row.Turn != null, cancellationToken))
        {
            // Said here: the queue that writes does not know the language of this screen.
            var name = NameOf(step.Turn);
            await writes.WriteAsync(queued => NameAsync(queued, step.StoryId, first.Id, name), cancellationToken);
        }
    }

    private async Task<bool> NameAsync(WritingDb db, Guid storyId, Guid firstId, string name)
    {
        var marks = await db.MarksOfAsync(firstId);
        if (marks.BranchName.Length > 0)
        {
            return false;
        }

        marks.BranchName = name;
        (await db.Stories.SingleAsync(row => row.Id == storyId)).ChangedAt = clock.GetUtcNow();
        return true;
    }

    private string NameOf(PlayTurn? turn)
    {
        var today = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone);
        return turn switch
        {
            { IsEnd: true } => text["BranchEnd", today],
            { Number: > 0 and var number } => text["BranchTurn", today, number],
            _ => text["Branch", today],
        };
    }
}
