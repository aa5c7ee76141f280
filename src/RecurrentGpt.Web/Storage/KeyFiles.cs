using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace RecurrentGpt.Web.Storage;

/// <summary>
/// The files of the key ring. One that a power cut has left empty or torn would keep every page from being served, so it is set aside: what it protected
/// has to be entered again, and all else goes on.
/// </summary>
internal sealed partial class KeyFiles(DirectoryInfo folder, ILoggerFactory logging) : FileSystemXmlRepository(folder, logging)
{
    private const string Ending = ".xml";

    private readonly ILogger _logger = logging.CreateLogger<KeyFiles>();

    public override IReadOnlyCollection<XElement> GetAllElements()
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(Directory.FullName, $"*{Ending}").Where(IsDamaged))
        {
            File.Move(file, $"{file}.damaged", overwrite: true);
            LogDamaged(file);
        }

        return base.GetAllElements();
    }

    public override void StoreElement(XElement element, string friendlyName)
    {
        base.StoreElement(element, friendlyName);
        var file = Path.Combine(Directory.FullName, $"{friendlyName}{Ending}");
        // Until here it was as open as the user's files usually are; the folder around it never was.
        OwnerOnly.MendFiles([file]);
        FlushToDisk(file);
    }

    // A key that is used before it is on the disk would leave what it protects unreadable after a power cut.
    private static void FlushToDisk(string file)
    {
        if (File.Exists(file))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            stream.Flush(flushToDisk: true);
        }
    }

    private static bool IsDamaged(string file)
    {
        try
        {
            _ = XElement.Load(file);
            return false;
        }
        catch (XmlException)
        {
            return true;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The file {File} of the key ring is damaged and was set aside. Enter the model key again on the Settings page.")]
    private partial void LogDamaged(string file);
}
