namespace RecurrentGpt.Autopilot.Fuses;

/// <summary>
/// The author's caps, judged before each step by what the dearest one has used so far, so that they are not overrun. Before the first step nothing is known,
/// and it is let go. Time is different: a step that has begun may end, and then it blows.
/// </summary>
internal static class SpendingCaps
{
    /// <summary>The cap that leaves no room for another step; null when there is room.</summary>
    internal static BlownFuse? Judge(AutopilotRecord record)
    {
        var (order, spent) = (record.Order, record.Spent);
        if (order.MostTokens is { } tokens && spent.Usage.Input + spent.Usage.Output + spent.MostInAStep > tokens)
        {
            return new BlownFuse(FuseKind.Tokens);
        }

        if (order.MostCost is { } cost && !IsWithin(cost, spent))
        {
            return new BlownFuse(FuseKind.Cost);
        }

        return order.MostTime is { } time && record.Worked >= time ? new BlownFuse(FuseKind.Time) : null;
    }

    /// <summary>How long is left under the cap of time; null without one.</summary>
    internal static TimeSpan? TimeLeft(AutopilotRecord record) =>
        record.Order.MostTime is not { } time ? null : time > record.Worked ? time - record.Worked : TimeSpan.Zero;

    // What nobody can count cannot be kept under a cap.
    private static bool IsWithin(decimal most, AutopilotSpent spent) => spent.Cost is { } cost && cost + (spent.MostCostOfAStep ?? 0) <= most;
}
