using RecurrentGpt.Autopilot;
using RecurrentGpt.Web.Models;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>What the author does with unattended runs; each names its story.</summary>
internal sealed record AutopilotActs
{
    public required Func<Guid, AutopilotOrder, Task> StartAsync { get; init; }

    /// <summary>Goes on with a held run, perhaps by another order; null for the one it has.</summary>
    public required Func<Guid, AutopilotOrder?, Task> ResumeAsync { get; init; }

    public required Action<Guid, AfterStep> Ask { get; init; }

    public required Func<Guid, Task> TakeOverAsync { get; init; }

    public required Func<Guid, Task> StopAsync { get; init; }

    /// <summary>Reads the model settings, for prices.</summary>
    public required Func<CancellationToken, Task<ModelSettings>> ReadSettingsAsync { get; init; }

    public static AutopilotActs At(AutopilotRunner runner, ModelSettingsStore settings) => new()
    {
        StartAsync = (storyId, order) => runner.StartAsync(storyId, order, CancellationToken.None),
        ResumeAsync = (storyId, order) => runner.ResumeAsync(storyId, order, CancellationToken.None),
        Ask = runner.Ask,
        TakeOverAsync = runner.TakeOverAsync,
        StopAsync = runner.StopAsync,
        ReadSettingsAsync = settings.ReadAsync,
    };
}
