namespace RecurrentGpt.Web.Hosting;

/// <summary>Finds the folder that holds appsettings.json and wwwroot.</summary>
internal static class ContentRoot
{
    /// <summary>
    /// Looks upwards from the program's own folder: published, both lie beside the program; built, at the root of the repository.
    /// So the program starts from any working folder.
    /// </summary>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "appsettings.json")) && Directory.Exists(Path.Combine(folder.FullName, "wwwroot")))
            {
                return folder.FullName;
            }
        }

        return Directory.GetCurrentDirectory();
    }
}
