using System.Globalization;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Keeps a data folder for one process. The lock is the operating system's, so that a killed process leaves none behind.
/// </summary>
public sealed class DataFolderLock(DataFolder folder) : IDisposable
{
    private FileStream? _file;

    /// <exception cref="DataFolderInUseException">Another process has it.</exception>
    public void Take()
    {
        if (_file is not null)
        {
            return;
        }

        try
        {
            _file = new FileStream(folder.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException failure)
        {
            throw new DataFolderInUseException(Refusal(), failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StorageException($"The data folder {folder.Root} cannot be written to. Give this user the right, or set Storage:Path.", failure);
        }

        Note(address: null);
    }

    /// <summary>Leaves word for a second process: which one has the folder, and where it can be reached.</summary>
    public void Note(string? address)
    {
        var process = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}");
        File.WriteAllText(folder.Holder, address is null ? process : $"{process}, {address}");
    }

    public void Dispose()
    {
        if (_file is not null)
        {
            File.Delete(folder.Holder);
            _file.Dispose();
            _file = null;
        }
    }

    private string Refusal()
    {
        var holder = File.Exists(folder.Holder) ? $" ({File.ReadAllText(folder.Holder)})" : "";

        return $"The data folder {folder.Root} is in use by another RecurrentGPT Web{holder}. " +
            "Go on there, or close it first; with another Storage:Path (--data) both can run.";
    }
}
