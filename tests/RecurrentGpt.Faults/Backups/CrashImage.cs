using RecurrentGpt.Web.Storage;

namespace RecurrentGpt.Faults.Backups;

/// <summary>The files of a program at one moment, as they are found after it was killed then.</summary>
internal sealed record CrashImage(byte[] Database, byte[] Log, byte[] Index, string? Backup)
{
    private const int PageSize = 4096;
    private const int FramesPlace = 16;
    private const int AttemptedPlace = 128;

    /// <summary>As it is now.</summary>
    public static CrashImage Of(TrialDesk desk, string? backup) => new(Read(desk.Folder.Database), Read($"{desk.Folder.Database}-wal"), Read($"{desk.Folder.Database}-shm"), backup);

    /// <summary>As it is in the middle of a checkpoint: some of the pages are in the file already, in the order of their numbers, and all are in the log.</summary>
    public static async Task<CrashImage> InCheckpointAsync(TrialDesk desk, string? backup, Random chance)
    {
        var before = Of(desk, backup);
        await CheckpointAsync(desk);
        var after = Read(desk.Folder.Database);
        var pages = Enumerable.Range(0, after.Length / PageSize).Where(page => !PageOf(after, page).SequenceEqual(PageOf(before.Database, page))).ToList();
        var written = pages.Take(chance.Next(pages.Count + 1)).ToList();
        var database = new byte[written.Count > 0 ? Math.Max(before.Database.Length, (written[^1] + 1) * PageSize) : before.Database.Length];
        before.Database.CopyTo(database, 0);
        foreach (var page in written)
        {
            PageOf(after, page).CopyTo(database.AsSpan(page * PageSize));
        }

        // The index says, before the first page is written, how far the checkpoint wants to come.
        var index = (byte[])before.Index.Clone();
        index.AsSpan(FramesPlace, sizeof(uint)).CopyTo(index.AsSpan(AttemptedPlace));
        return before with { Database = database, Index = index };
    }

    public static Task CheckpointAsync(TrialDesk desk) => desk.Writes.ReplaceAsync(connection => connection.Ask("PRAGMA wal_checkpoint(PASSIVE)"));

    /// <summary>Lays the files out in a folder, and returns the database's path.</summary>
    public string LayIn(string folder, bool withBackup)
    {
        var file = Path.Combine(folder, "writing.db");
        Directory.CreateDirectory(Path.Combine(folder, "backups"));
        File.WriteAllBytes(file, Database);
        File.WriteAllBytes($"{file}-wal", Log);
        File.WriteAllBytes($"{file}-shm", Index);
        File.WriteAllText(Path.Combine(folder, "desk.holder"), "process 1");
        if (withBackup && Backup is { } backup)
        {
            File.Copy(backup, Path.Combine(folder, "backups", Path.GetFileName(backup)));
        }

        return file;
    }

    private static ReadOnlySpan<byte> PageOf(byte[] file, int page) => (page + 1) * PageSize > file.Length ? [] : file.AsSpan(page * PageSize, PageSize);

    private static byte[] Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
