using System.Globalization;
using System.Text.RegularExpressions;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>A copy of the database in the folder of backups. All but its size is in its name, so that a copy says what it is wherever it is carried.</summary>
public sealed partial record BackupCopy(string Name, DateTimeOffset TakenAt, BackupReason Reason, int Ordinal, long Bytes)
{
    private const string TimeFormat = "yyyyMMdd-HHmmss";

    /// <param name="ordinal">From 2 on for further copies within one second.</param>
    public static string NameOf(DateTimeOffset takenAt, BackupReason reason, int ordinal) => string.Create(
        CultureInfo.InvariantCulture,
        $"writing-{takenAt.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{reason.ToString().ToLowerInvariant()}{(ordinal > 1 ? $"-{ordinal}" : "")}.db");

    /// <summary>Null for a file that is none of ours.</summary>
    public static BackupCopy? Read(FileInfo file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var match = Pattern.Match(file.Name);
        if (!match.Success
            || !DateTime.TryParseExact(match.Groups["time"].Value, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            return null;
        }

        // The first versions copied only before an update, and gave no reason.
        var reason = match.Groups["reason"] is { Success: true, Value: var named } ? Enum.Parse<BackupReason>(named, ignoreCase: true) : BackupReason.Update;
        var ordinal = match.Groups["ordinal"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture) : 1;
        return new BackupCopy(file.Name, new DateTimeOffset(time), reason, ordinal, file.Length);
    }

    [GeneratedRegex(@"\Awriting-(?<time>\d{8}-\d{6})(-(?<reason>scheduled|update|restore|hand))?(-(?<ordinal>\d{1,4}))?\.db\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Pattern { get; }
}
