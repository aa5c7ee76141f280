using System.Globalization;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// Keeps a data folder for one process. The lock is the operating system's, so that a killed process leaves none behind.
/// </summary>
public sealed class DataFolderLock(DataFolder folder) : IDisposable
{
    private FileStream? _file;

    /// <summary>Whether the last one who had the folder ended without giving it back: killed, or with the whole machine.</summary>
    public bool WasLeft { get; private set; }

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
        catch (IOException failure) when (StoreTrouble.Of(failure, folder.Root) is { } trouble)
        {
            throw StoreTrouble.ToRefusal(trouble, failure);
        }
        catch (IOException failure)
        {
            throw new DataFolderInUseException(Refusal(), failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StorageException($"The data folder {folder.Root} cannot be written to. Give this user the right, or set Storage:Path.", failure);
        }

        WasLeft = File.Exists(folder.Holder);
        Note(address: null);
    }

    /// <summary>Leaves word for a second process: which one has the folder, and where it can be reached.</summary>
    public void Note(string? address)
    {
        var process = string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}");
        try
        {
            File.WriteAllText(folder.Holder, address is null ? process : $"{process}, {address}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Only the words of a refusal come from it; the lock itself is held.
        }
    }

    public void Dispose()
    {
        if (_file is not null)
        {
            ForgetHolder();
            _file.Dispose();
            _file = null;
        }
    }

    private void ForgetHolder()
    {
        try
        {
            File.Delete(folder.Holder);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A disk that takes no writing keeps the word; the lock itself goes with the process.
        }
    }

    private string Refusal()
    {
        var holder = ReadHolder() is { Length: > 0 } known ? $" ({known})" : "";

        return $"The data folder {folder.Root} is in use by another RecurrentGPT Web{holder}. " +
            "Go on there, or close it first; with another Storage:Path (--data) both can run.";
    }

    // The holder may be leaving, or only just be writing it.
    private string ReadHolder()
    {
        try
        {
            return File.ReadAllText(folder.Holder).Trim();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
