namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>What is being done with backups.</summary>
public enum BackupWork
{
    None,
    Taking,
    Restoring,
}

/// <summary>A try that failed.</summary>
/// <param name="Work">What was tried.</param>
/// <param name="Problem">Why it failed.</param>
/// <param name="At">When it failed.</param>
public sealed record BackupFailure(BackupWork Work, BackupProblem Problem, DateTimeOffset At);

/// <summary>What is being done with backups, and what went wrong with the last try.</summary>
/// <param name="Work">What is being done.</param>
/// <param name="Failure">The last try, when it failed.</param>
public sealed record BackupState(BackupWork Work, BackupFailure? Failure = null);
