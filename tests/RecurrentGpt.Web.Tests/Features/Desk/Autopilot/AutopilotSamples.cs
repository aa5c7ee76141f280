using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

/// <summary>A run of 20 paragraphs with 8 of them written; a test changes what it is about.</summary>
internal static class AutopilotSamples
{
    public static AutopilotRecord Record { get; } = new()
    {
        Id = Guid.NewGuid(),
        StoryId = DeskSamples.StoryId,
        Order = new AutopilotOrder { Steps = 20, StopCondition = "when the letter is opened", MostTokens = 50_000, MostCost = 2, MostTime = TimeSpan.FromHours(2) },
        State = AutopilotState.Running,
        StartedAt = DateTimeOffset.UnixEpoch,
        Worked = TimeSpan.FromMinutes(12),
        Spent = new AutopilotSpent(8, new TokenUsage(30_000, 10_000, 0), 5_000, 1.5m, 0.25m),
    };

    public static PlanChoice Choice { get; } = new(new Plan("They put the lamp out, and wait.", PlanSource.Autopilot), AuthorKind.Simulated, 2) { Reason = "It keeps them together.", Offered = "They put the lamp out, and wait." };

    public static DeskView Running(AutopilotPhase phase = AutopilotPhase.Writing, AfterStep after = AfterStep.GoOn, TimeSpan? left = null) =>
        DeskSamples.View with { Autopilot = new AutopilotProgress(Record, phase, after, left) };

    public static DeskView Halted(AutopilotState state, BlownFuse? fuse = null) =>
        DeskSamples.View with { Autopilot = new AutopilotProgress(Record with { State = state, Fuse = fuse }, AutopilotPhase.Idle, AfterStep.GoOn, null) };
}
