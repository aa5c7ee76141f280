using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>Saves what a person would see, for people to judge; kept out of version control.</summary>
public static class Pictures
{
    private static readonly string Folder = Path.Combine(FindRoot(), "artifacts", "pictures");

    public static Task SaveAsync(IPage page, string name) => page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository's root is not above the tests.");
    }
}
