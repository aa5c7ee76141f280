namespace RecurrentGpt.Faults.Disk;

/// <summary>How the disk gives way.</summary>
internal enum DiskFault
{
    /// <summary>Another program fills it.</summary>
    Filled,

    /// <summary>It has become as small as what lies on it.</summary>
    Shrunk,

    /// <summary>It is full first, and then takes no writing at all.</summary>
    ReadOnly,
}

/// <summary>A disk of 16 MB in memory.</summary>
internal sealed class TightDisk(string folder)
{
    private const int Chunk = 64 * 1024;
    private const int Page = 4 * 1024;

    private bool _isReadOnly;

    public string Folder => folder;

    public string Data => Path.Combine(folder, "data");

    private string Ballast => Path.Combine(folder, "ballast");

    public Task MountAsync() => Shell.RunAsync("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder);

    public async Task BreakAsync(DiskFault fault)
    {
        if (fault == DiskFault.Shrunk)
        {
            var used = new DriveInfo(folder) is var drive ? drive.TotalSize - drive.AvailableFreeSpace : 0;
            await Shell.RunAsync("mount", "-o", $"remount,size={Math.Max(Page, used)}", folder);
        }

        Fill();
    }

    /// <summary>Another mount in its place that takes no writing: what is opened from now on can only be read.</summary>
    public async Task TakeWritingAsync()
    {
        await Shell.RunAsync("mount", "--bind", folder, folder);
        await Shell.RunAsync("mount", "-o", "remount,bind,ro", folder);
        _isReadOnly = true;
    }

    public async Task MendAsync()
    {
        if (_isReadOnly)
        {
            await Shell.RunAsync("umount", "-l", folder);
            _isReadOnly = false;
        }

        await Shell.RunAsync("mount", "-o", "remount,size=16m", folder);
        File.Delete(Ballast);
    }

    public async Task UnmountAsync()
    {
        while (await Shell.TryAsync("umount", "-l", folder) is null)
        {
            // A mount may lie over the first.
        }
    }

    private void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in (int[])[Chunk, Page])
        {
            var bytes = new byte[size];
            try
            {
                while (true)
                {
                    ballast.Write(bytes);
                }
            }
            catch (IOException)
            {
                // So much does not fit any more.
            }
        }
    }
}
