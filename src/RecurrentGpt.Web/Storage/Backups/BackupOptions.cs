using System.ComponentModel.DataAnnotations;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>How often the stories are copied by themselves, and how long copies are kept.</summary>
public sealed class BackupOptions
{
    public const string Section = "Backups";

    /// <summary>The time from one copy to the next; zero for none by itself.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00", ErrorMessage = "A time from 00:00:00 (no copies by themselves) to 365.00:00:00.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(1);

    /// <summary>So many of the newest copies stay, and the last one of each of as many days.</summary>
    [Range(1, 1_000, ErrorMessage = "A number from 1 to 1000.")]
    public int Keep { get; set; } = 10;

    /// <summary>Of the older ones the last of each month stays so long.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "36500.00:00:00", ErrorMessage = "A time from 00:00:00 to 36500.00:00:00.")]
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(365);
}
