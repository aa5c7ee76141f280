namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Folders and files that nobody else may read than the user the program runs as. Windows has no such modes: there what lies in a user's own folder is theirs.
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode OfFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OfFolder = OfFile | UnixFileMode.UserExecute;

    // A backup is deleted, and a log comes and goes, whenever it likes.
    private static readonly EnumerationOptions WhatIsThere = new() { IgnoreInaccessible = true };

    /// <summary>Makes a folder; one that is there stays as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OfFolder);
        }
    }

    /// <summary>Opens a file to write. One that is made by it is the owner's from its first byte.</summary>
    public static FileStream OpenFile(string file, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OfFile;
        }

        return new FileStream(file, options);
    }

    /// <summary>Takes away what others may do with a folder and the files that lie in it.</summary>
    /// <returns>What could not be changed, because it belongs to somebody else or its disk knows no such rights.</returns>
    public static IReadOnlyList<string> MendFolder(string folder) =>
        Directory.Exists(folder) ? [.. Mend(folder, OfFolder), .. MendFiles(Directory.EnumerateFiles(folder, "*", WhatIsThere))] : [];

    /// <inheritdoc cref="MendFolder"/>
    public static IReadOnlyList<string> MendFiles(IEnumerable<string> files) => [.. files.SelectMany(file => Mend(file, OfFile))];

    private static IEnumerable<string> Mend(string path, UnixFileMode most)
    {
        if (OperatingSystem.IsWindows())
        {
            return [];
        }

        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & ~most) != UnixFileMode.None)
            {
                File.SetUnixFileMode(path, mode & most);
            }

            return (File.GetUnixFileMode(path) & ~most) == UnixFileMode.None ? [] : [path];
        }
        catch (FileNotFoundException)
        {
            return [];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [path];
        }
    }
}
