using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Storage;

/// <summary>The folder that holds all that the program keeps, and where each thing lies in it.</summary>
public sealed class DataFolder(IOptions<StorageOptions> options)
{
    public string Root { get; } = Path.GetFullPath(options.Value.Path.Length > 0 ? options.Value.Path : Path.Combine(OfUser, "RecurrentGPT"));

    public string Database => Path.Combine(Root, "writing.db");

    public string Backups => Path.Combine(Root, "backups");

    /// <summary>Where a damaged database is moved to, so that nothing of it is lost; made only when there is one.</summary>
    public string Damaged => Path.Combine(Root, "damaged");

    /// <summary>Says what was restored last, until the person has seen it.</summary>
    public string Restored => Path.Combine(Root, "restored.json");

    public string Keys => Path.Combine(Root, "keys");

    public string Lock => Path.Combine(Root, "desk.lock");

    /// <summary>Says who holds the lock; the lock file itself cannot be read while it is held.</summary>
    public string Holder => Path.Combine(Root, "desk.holder");

    internal static string OfUser => Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);

    /// <summary>Makes what is missing, for the owner only; the mode of a folder that is there already is the owner's affair.</summary>
    /// <exception cref="StorageException">The folder cannot be made.</exception>
    public void Create()
    {
        try
        {
            OwnerOnly.CreateFolder(Root);
            OwnerOnly.CreateFolder(Backups);
            OwnerOnly.CreateFolder(Keys);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data folder {Root} cannot be made: {failure.Message} Set Storage:Path to a folder that you may write to.", failure);
        }
    }

    /// <summary>
    /// Takes away what others may do with the keys, the database and its copies, wherever the folder was brought from. The folder itself may be shared on purpose,
    /// with a group that looks after the disk.
    /// </summary>
    /// <returns>What is still open to others.</returns>
    internal IReadOnlyList<string> Close() =>
    [
        .. OwnerOnly.MendFolder(Keys),
        .. OwnerOnly.MendFolder(Backups),
        .. OwnerOnly.MendFolder(Damaged),
        .. OwnerOnly.MendFiles(((string[])["", "-wal", "-shm", "-journal"]).Select(ending => $"{Database}{ending}").Where(File.Exists)),
    ];
}
