using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>What a page looks like in both themes: a picture of each for people, and no fault that axe can find in either.</summary>
public static class Appearance
{
    private const string Light = "light";
    private const string Dark = "dark";

    /// <summary>Looks at a page that follows the browser's theme. A theme is colours alone, so that the way to a page need not be walked again for the other one.</summary>
    /// <param name="page">A page in the light theme.</param>
    /// <param name="picture">The picture's name, which ends with "light".</param>
    public static async Task CheckAsync(IPage page, string picture)
    {
        Assert.EndsWith(Light, picture, StringComparison.Ordinal);
        await LookAsync(page, picture);
        await TurnAsync(page, ColorScheme.Dark, Dark);
        await LookAsync(page, picture[..^Light.Length] + Dark);
        await TurnAsync(page, ColorScheme.Light, Light);
    }

    private static async Task TurnAsync(IPage page, ColorScheme scheme, string theme)
    {
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", theme);
    }

    private static async Task LookAsync(IPage page, string picture)
    {
        await Pictures.SaveAsync(page, picture);
        Assert.Empty(await Accessibility.FaultsOfAsync(page));
    }
}
