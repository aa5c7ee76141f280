namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Which copies have had their time.</summary>
internal static class BackupRetention
{
    /// <param name="copies">The newest first.</param>
    public static IReadOnlyList<BackupCopy> Outlived(IReadOnlyList<BackupCopy> copies, BackupOptions options, DateTimeOffset now)
    {
        var newest = copies.Take(options.Keep);
        // Many copies of one day must not push out the days before it.
        var days = copies.DistinctBy(copy => copy.TakenAt.UtcDateTime.Date).Take(options.Keep);
        var months = copies.DistinctBy(copy => (copy.TakenAt.Year, copy.TakenAt.Month)).Where(copy => now - copy.TakenAt <= options.KeepFor);
        var stay = newest.Concat(days).Concat(months).ToHashSet();

        return [.. copies.Where(copy => !stay.Contains(copy))];
    }
}
