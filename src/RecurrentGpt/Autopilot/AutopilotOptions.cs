using System.ComponentModel.DataAnnotations;

namespace RecurrentGpt.Autopilot;

/// <summary>Limits of unattended runs that are not the author's to choose.</summary>
public sealed class AutopilotOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Autopilot";

    /// <summary>How long to wait after a run has failed before the model is asked again, at least; a server may ask for more.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RetryAfter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait that a server may ask for. Nobody sits waiting, so it is longer than at the desk; one that is longer still blows the fuse.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "12:00:00")]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromHours(1);
}
