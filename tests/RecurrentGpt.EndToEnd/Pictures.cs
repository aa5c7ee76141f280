using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>Saves what a person would see, for people to judge; kept out of version control.</summary>
public static class Pictures
{
    // On a busy machine Chromium is now and then without a frame that it could give; that says nothing of the page.
    private const int Attempts = 3;
    private const string NoFrame = "Unable to capture screenshot";

    private static readonly string Folder = Path.Combine(FindRoot(), "artifacts", "pictures");

    public static async Task SaveAsync(IPage page, string name)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, name + ".png") });
                return;
            }
            catch (PlaywrightException failure) when (attempt < Attempts && failure.Message.Contains(NoFrame, StringComparison.Ordinal))
            {
                continue;
            }
        }
    }

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
