using System.ComponentModel.DataAnnotations;

namespace RecurrentGpt.Web.Hosting;

/// <summary>How pages hold on to the server.</summary>
internal sealed class CircuitsOptions
{
    public const string Section = "Circuits";

    /// <summary>How long the server waits for a page whose connection was lost. Whoever comes back later gets the page anew, with what they typed.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromMinutes(3);
}
