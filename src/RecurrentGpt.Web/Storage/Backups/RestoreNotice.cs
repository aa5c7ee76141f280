namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>What the person must be told of a backup that was restored.</summary>
/// <param name="Copy">The name of the backup that stands now.</param>
/// <param name="TakenAt">When it was taken; null when its name does not say.</param>
/// <param name="At">When it was restored.</param>
public sealed record RestoreNotice(string Copy, DateTimeOffset? TakenAt, DateTimeOffset At)
{
    /// <summary>The backup of what stood before; null when that was damaged.</summary>
    public string? Kept { get; init; }

    /// <summary>The folder of the damaged database that it was put in the place of; null when somebody asked for it.</summary>
    public string? Damaged { get; init; }
}
