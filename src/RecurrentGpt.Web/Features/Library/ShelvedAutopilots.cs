using Microsoft.EntityFrameworkCore;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>The unattended runs of all stories on the shelf: those that write, as they stand now, and those that wait for the author, from storage by one query.</summary>
public sealed class ShelvedAutopilots(IDbContextFactory<WritingDb> readers, AutopilotRunner runner)
{
    private static readonly AutopilotState[] Held = [AutopilotState.Paused, AutopilotState.Blown, AutopilotState.Interrupted];

    private IReadOnlyDictionary<Guid, ShelvedAutopilot> _stored = new Dictionary<Guid, ShelvedAutopilot>();

    /// <summary>Tells of every change, by the id of the story, from any thread.</summary>
    public IDisposable Subscribe(Action<Guid> changed) => runner.Subscribe(changed);

    /// <summary>The one of a story that writes or is held; null when there is none.</summary>
    public ShelvedAutopilot? Find(Guid storyId) => runner.Find(storyId)?.Record switch
    {
        { State: AutopilotState.Running or AutopilotState.Paused or AutopilotState.Blown or AutopilotState.Interrupted } known => ShelvedAutopilot.Of(known),
        null => _stored.GetValueOrDefault(storyId),
        _ => null,
    };

    /// <summary>Ends the one of a story for good, whether it writes or is held.</summary>
    public Task StopAsync(Guid storyId) => runner.StopAsync(storyId);

    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        await using var db = await readers.CreateDbContextAsync(cancellationToken);
        var held = await (
            from row in db.Autopilots
            where Held.Contains(row.State) && !db.Autopilots.Any(later => later.StoryId == row.StoryId && later.StartedAt > row.StartedAt)
            select new
            {
                row.StoryId,
                row.State,
                row.Order,
                Written = db.Runs.Count(run => run.AutopilotId == row.Id && run.Kind == RunKind.Step && run.State == RunState.Done),
            }).ToListAsync(cancellationToken);

        _stored = held.GroupBy(row => row.StoryId).ToDictionary(story => story.Key, story => story.Select(row => new ShelvedAutopilot(row.State, row.Written, row.Order.Steps)).First());
    }
}
