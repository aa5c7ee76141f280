using Microsoft.Data.Sqlite;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>Why a copy could not be made or restored, as far as a person can do something about it.</summary>
public enum BackupProblem
{
    Other,
    DiskFull,
    NotWritable,
    Damaged,
    Newer,
    Gone,
}

internal static class BackupProblems
{
    private const int Corrupt = 11;
    private const int CannotOpen = 14;
    private const int NotAuthorized = 23;
    private const int NotADatabase = 26;

    /// <param name="failure">What went wrong.</param>
    /// <param name="folder">The folder that was written to.</param>
    public static BackupProblem Of(Exception failure, string folder) => (StoreTrouble.Of(failure, folder)?.Kind, failure) switch
    {
        (_, BackupException { Problem: var known }) => known,
        (_, StoreException { InnerException: { } known }) => Of(known, folder),
        (FailureKind.DiskFull, _) => BackupProblem.DiskFull,
        (FailureKind.DiskReadOnly, _) or (_, SqliteException { SqliteErrorCode: CannotOpen or NotAuthorized } or UnauthorizedAccessException) => BackupProblem.NotWritable,
        (_, SqliteException { SqliteErrorCode: Corrupt or NotADatabase } or InvalidDataException) => BackupProblem.Damaged,
        _ => BackupProblem.Other,
    };
}
