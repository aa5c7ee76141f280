using System.Buffers.Binary;

namespace RecurrentGpt.Web.Storage.Backups;

/// <summary>
/// What SQLite's index of the log (-shm) says of checkpoints; a killed program leaves it behind. See "WAL-mode File Format" in SQLite's documentation.
/// </summary>
/// <param name="Frames">How many frames of the log hold.</param>
/// <param name="Written">How many of them are in the database for sure.</param>
/// <param name="Attempted">How many of them may be in the database in parts, since a checkpoint had begun with them.</param>
internal sealed record LogIndex(uint Frames, uint Written, uint Attempted)
{
    private const int Bytes = 136;
    private const uint KnownFormat = 3_007_000;

    /// <summary>Null when there is none that can be read.</summary>
    public static LogIndex? Read(string database)
    {
        try
        {
            using var stream = new FileStream($"{database}-shm", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[Bytes];
            return stream.ReadAtLeast(bytes, Bytes, throwOnEndOfStream: false) == Bytes && At(bytes, 0) == KnownFormat
                ? new LogIndex(At(bytes, 16), At(bytes, 96), At(bytes, 128))
                : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // A checkpoint that a reader holds up leaves out all pages that were written again later: what it brings into the file is no state by itself.
    private bool IsWhole => Written == Attempted && Written == Frames;

    /// <summary>Whether the database has parts of frames that the log has lost since.</summary>
    /// <param name="framesNow">How many frames the log has now.</param>
    public bool HasLost(uint framesNow) => framesNow < Attempted && !(framesNow == 0 && IsWhole);

    /// <summary>Whether all that the log had is in the database: the last checkpoint had brought it there.</summary>
    /// <param name="framesNow">How many frames the log has now.</param>
    public bool IsInFile(uint framesNow) => framesNow < Written && IsWhole;

    // In the order of the machine's own bytes: the file is never carried to another one.
    private static uint At(byte[] bytes, int place) => BitConverter.IsLittleEndian
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(place))
        : BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(place));
}
