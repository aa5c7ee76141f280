using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Lookahead;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Desk.Lookahead;

/// <summary>What writing ahead costs in a story: one step from now on, and all that was dropped until now.</summary>
/// <param name="Step">What one step is about to take.</param>
/// <param name="Spent">What became of those that were written, by model.</param>
public sealed record AheadCost(AutopilotEstimate Step, IReadOnlyList<AheadSpent> Spent, ModelSettings Settings)
{
    public int Taken => Spent.Sum(spent => spent.Taken);

    public int Kept => Spent.Sum(spent => spent.Kept);

    public int Dropped => Spent.Sum(spent => spent.Dropped);

    public long UnusedTokens => Spent.Sum(spent => spent.Unused.Input + spent.Unused.Output);

    /// <summary>What the dropped ones cost, with its currency; null where no price is set for one of their models.</summary>
    public string? UnusedCost => Spent.Aggregate((decimal?)0, (sum, spent) => sum + Settings.CostOf(spent.Unused, spent.Model)) is { } cost ? Settings.Prices.Format(cost) : null;

    public static AheadCost Of(EstimateBasis basis, IReadOnlyList<AheadSpent> spent, ModelSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var one = AutopilotEstimate.Of(new AutopilotOrder { Author = AuthorKind.First }, 1, basis, usage => settings.CostOf(usage, settings.ChatModel));
        return new AheadCost(one, spent, settings);
    }
}
