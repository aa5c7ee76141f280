namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>No sound copy could be made. What stands is as it was.</summary>
public sealed class BackupException(string folder, Exception inner)
    : StorageException($"No sound backup could be made in {folder}: {inner.Message} {Advice(BackupProblems.Of(inner, folder))}", inner)
{
    public BackupProblem Problem { get; } = BackupProblems.Of(inner, folder);

    private static string Advice(BackupProblem problem) => problem switch
    {
        BackupProblem.DiskFull => "Make room on the disk, then try again.",
        BackupProblem.NotWritable => "Give this user the right to write there, then try again.",
        BackupProblem.Damaged => "Start the program again, so that it looks at the database.",
        _ => "See that the disk is sound and has room, then try again.",
    };
}
