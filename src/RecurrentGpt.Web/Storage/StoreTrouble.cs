using Microsoft.Data.Sqlite;
using RecurrentGpt.Recurrence;

namespace RecurrentGpt.Web.Storage;

/// <summary>Tells by an error of SQLite or of the file system what is wrong with the disk that holds the stories.</summary>
internal static class StoreTrouble
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int IoError = 10;
    private const int Full = 13;
    private const int CannotOpen = 14;

    // What the systems answer when there is no room: Linux and macOS by number (no space, and the two quotas), Windows by HRESULT.
    private static readonly int[] NoRoom = [28, 122, 69, unchecked((int)0x80070070), unchecked((int)0x80070027)];
    private static readonly int[] NoWriting = [30, unchecked((int)0x80070013)];

    // With less than this left, an error that does not say its reason has this one.
    private const long Little = 128 * 1024;

    /// <summary>The failure by its name, with the folder for the person; null when the disk is not to blame.</summary>
    public static StepFailure? Of(Exception? failure, string folder) => KindOf(failure, folder) is { } kind ? new StepFailure(kind, folder) : null;

    /// <summary>The same as an exception whose words are the screen's to find.</summary>
    public static StoreException? ToException(Exception failure, string folder) =>
        Of(failure, folder) is { } known ? new StoreException(known, failure) : null;

    /// <summary>The refusal to start because of it.</summary>
    public static StorageException ToRefusal(StepFailure trouble, Exception failure) => trouble.Kind switch
    {
        FailureKind.DiskFull => new StorageException($"The disk that holds your stories is full. Free some space, then start again. The folder is {trouble.Detail}.", failure),
        FailureKind.DiskReadOnly => new StorageException($"The disk that holds your stories takes no writing. Make it writable, then start again. The folder is {trouble.Detail}.", failure),
        FailureKind.StoreBusy => new StorageException($"Another program keeps the database of your stories locked. Close whatever has it open, then start again. The folder is {trouble.Detail}.", failure),
        _ => new StorageException(
            $"The disk that holds your stories does not answer. See that it is connected and that you may write to it, then start again. The folder is {trouble.Detail}.", failure),
    };

    private static FailureKind? KindOf(Exception? failure, string folder) => failure switch
    {
        null => null,
        StoreException { Failure: { IsOfStore: true, Kind: var known } } => known,
        // A limit is no fault of the disk.
        StoreException => null,
        SqliteException { SqliteErrorCode: var code } => KindOf(code, folder),
        IOException { HResult: var code } when NoRoom.Contains(code) => FailureKind.DiskFull,
        IOException { HResult: var code } when NoWriting.Contains(code) => FailureKind.DiskReadOnly,
        _ => KindOf(failure.InnerException, folder),
    };

    private static FailureKind? KindOf(int sqlite, string folder) => sqlite switch
    {
        Full => FailureKind.DiskFull,
        ReadOnly => FailureKind.DiskReadOnly,
        Busy or Locked => FailureKind.StoreBusy,
        IoError or CannotOpen => HasRoom(folder) ? FailureKind.DiskUnreachable : FailureKind.DiskFull,
        _ => null,
    };

    private static bool HasRoom(string folder)
    {
        try
        {
            return new DriveInfo(folder).AvailableFreeSpace > Little;
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return true;
        }
    }
}
