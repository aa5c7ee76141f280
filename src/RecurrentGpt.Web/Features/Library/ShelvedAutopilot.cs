using RecurrentGpt.Autopilot;

namespace RecurrentGpt.Web.Features.Library;

/// <summary>An unattended run as the shelf shows it.</summary>
/// <param name="Written">Paragraphs that stand.</param>
/// <param name="Steps">Paragraphs that were asked for.</param>
public sealed record ShelvedAutopilot(AutopilotState State, int Written, int Steps)
{
    public bool IsRunning => State == AutopilotState.Running;

    public static ShelvedAutopilot Of(AutopilotRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new(record.State, record.Spent.Steps, record.Order.Steps);
    }
}
