using RecurrentGpt.Lookahead;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Features.Desk.Lookahead;

/// <summary>Reads what writing ahead costs in the story of a desk.</summary>
internal sealed class AheadCosts(EstimateReader estimates, ILookaheadStore ahead, AutopilotActs settings)
{
    /// <summary>Null before the opening.</summary>
    public async Task<AheadCost?> ReadAsync(DeskView view, CancellationToken cancellationToken) => view.Draft is { Head: { } head, Story: var story }
        ? AheadCost.Of(
            await estimates.ReadAsync(story, head, view.IsSample, cancellationToken),
            await ahead.ReadSpentAsync(story.Id, cancellationToken),
            await settings.ReadSettingsAsync(cancellationToken))
        : null;
}
