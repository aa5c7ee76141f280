using RecurrentGpt.Autopilot;

namespace RecurrentGpt.Web.Commands;

/// <summary>Names a fuse that has blown by the option that set it.</summary>
internal static class FuseWords
{
    public static FormattableString Of(BlownFuse fuse, AutopilotOrder order) => fuse.Kind switch
    {
        FuseKind.StopCondition => $"\"{order.StopCondition}\" (--stop-when) has come to pass: \"{fuse.Passage}\"",
        FuseKind.Tokens => $"The next step could use more tokens than --max-tokens {order.MostTokens} leaves.",
        FuseKind.Cost => $"The next step could cost more than --max-cost {order.MostCost} leaves.",
        FuseKind.Time => $"The time of --max-time is over.",
        FuseKind.Repetition => $"The last paragraph repeats paragraph {fuse.SourceNumber} (--stop-at repetition): \"{fuse.Passage}\" after \"{fuse.Source}\"",
        FuseKind.AlikePlans => $"The plans no longer differ (--stop-at alike-plans).",
        _ => $"{fuse.Kind}.",
    };
}
