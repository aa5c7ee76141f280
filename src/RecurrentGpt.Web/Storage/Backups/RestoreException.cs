namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>A backup cannot be restored. All is as it was.</summary>
public sealed class RestoreException(BackupProblem problem, string message, Exception? inner = null) : StorageException(message, inner)
{
    internal static RestoreException Gone(string name) => new(BackupProblem.Gone, $"There is no backup {name}; \"backups\" lists them.");

    public BackupProblem Problem => problem;
}
