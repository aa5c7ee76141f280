using RecurrentGpt.Web.Storage.Backups;

namespace RecurrentGpt.Web.Tests.Storage.Backups;

public sealed class BackupCopyTests
{
    [Theory]
    [InlineData("writing-20261121-090000-scheduled.db", BackupReason.Scheduled, 1)]
    [InlineData("writing-20261121-090000-hand-2.db", BackupReason.Hand, 2)]
    [InlineData("writing-20261121-090000-restore.db", BackupReason.Restore, 1)]
    [InlineData("writing-20261121-090000.db", BackupReason.Update, 1)]
    public void Read_NameOfACopy_SaysWhenAndWhy(string name, BackupReason reason, int ordinal)
    {
        var copy = Read(name);

        Assert.NotNull(copy);
        Assert.Equal((reason, ordinal, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)), (copy.Reason, copy.Ordinal, copy.TakenAt));
    }

    [Theory]
    [InlineData("writing.db")]
    [InlineData("writing-20261121-090000-hand.db.unchecked")]
    [InlineData("writing-20261199-090000.db")]
    [InlineData("writing-20261121-090000-whim.db")]
    [InlineData("notes.txt")]
    public void Read_AnotherFile_IsNoCopy(string name) => Assert.Null(Read(name));

    // Its length is asked for only when it is one.
    private static BackupCopy? Read(string name)
    {
        var folder = Directory.CreateTempSubdirectory("recurrentgpt-test-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            File.WriteAllText(file, "");
            return BackupCopy.Read(new FileInfo(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
