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
    private const int Full = 13;
    private const int NoRoom = 28;
    private const int WindowsDiskFull = 112;

    public static BackupProblem Of(Exception failure) => failure switch
    {
        StoreException { InnerException: { } known } => Of(known),
        BackupException { Problem: var known } => known,
        SqliteException { SqliteErrorCode: Full } => BackupProblem.DiskFull,
        SqliteException { SqliteErrorCode: 8 or 14 or 23 } => BackupProblem.NotWritable,
        SqliteException { SqliteErrorCode: 11 or 26 } or InvalidDataException => BackupProblem.Damaged,
        UnauthorizedAccessException => BackupProblem.NotWritable,
        IOException when (failure.HResult & 0xFFFF) is NoRoom or WindowsDiskFull => BackupProblem.DiskFull,
        _ => BackupProblem.Other,
    };
}
