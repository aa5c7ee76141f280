using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Tests.Storage.Backups;

public sealed class BackupRetentionTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly BackupOptions Options = new() { Keep = 3, KeepFor = TimeSpan.FromDays(365) };

    [Fact]
    public void Outlived_OneADayForTwoYears_LeavesTheNewestAndTheLastOfEachMonthOfAYear()
    {
        var copies = Enumerable.Range(0, 730).Select(day => Copy(Now.AddDays(-day))).ToList();

        var stay = copies.Except(BackupRetention.Outlived(copies, Options, Now)).Select(copy => copy.TakenAt.UtcDateTime.ToString("MM-dd", null)).ToList();

        Assert.Equal(["11-21", "11-20", "11-19", "10-31", "09-30", "08-31", "07-31", "06-30", "05-31", "04-30", "03-31", "02-28", "01-31", "12-31", "11-30"], stay);
    }

    [Fact]
    public void Outlived_ManyOfOneDay_LeavesTheDaysBeforeIt()
    {
        List<BackupCopy> copies = [.. Enumerable.Range(0, 20).Select(minute => Copy(Now.AddMinutes(-minute))), Copy(Now.AddDays(-1)), Copy(Now.AddDays(-2)), Copy(Now.AddDays(-3))];

        var outlived = BackupRetention.Outlived(copies, Options, Now);

        Assert.Equal([.. copies[3..20], copies[22]], outlived);
    }

    [Fact]
    public void Outlived_AllAreOld_LeavesTheNewest()
    {
        List<BackupCopy> copies = [Copy(Now.AddYears(-5)), Copy(Now.AddYears(-6)), Copy(Now.AddYears(-7)), Copy(Now.AddYears(-8))];

        Assert.Equal(copies[3..], BackupRetention.Outlived(copies, Options, Now));
    }

    private static BackupCopy Copy(DateTimeOffset takenAt) => new(BackupCopy.NameOf(takenAt, BackupReason.Scheduled, 1), takenAt, BackupReason.Scheduled, 1, 4096);
}
