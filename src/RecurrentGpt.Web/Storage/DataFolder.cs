using Microsoft.Extensions.Options;

namespace RecurrentGpt.Web.Storage;

/// <summary>The folder that holds all that the program keeps, and where each thing lies in it.</summary>
public sealed class DataFolder(IOptions<StorageOptions> options)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public string Root { get; } = Path.GetFullPath(options.Value.Path.Length > 0 ? options.Value.Path : Path.Combine(OfUser, "RecurrentGPT"));

    public string Database => Path.Combine(Root, "writing.db");

    public string Backups => Path.Combine(Root, "backups");

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
            CreateForOwner(Root);
            CreateForOwner(Backups);
            CreateForOwner(Keys);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"The data folder {Root} cannot be made: {failure.Message} Set Storage:Path to a folder that you may write to.", failure);
        }
    }

    private static void CreateForOwner(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly);
        }
    }
}
