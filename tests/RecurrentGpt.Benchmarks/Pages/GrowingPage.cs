using Microsoft.Playwright;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>The peer's page, which draws its one text anew with every token.</summary>
internal sealed class GrowingPage(IPage page, Frames frames, StreamedProse prose)
{
    public static async Task<GrowingPage> OpenAsync(IBrowserContext window, Uri empty, StreamedProse prose)
    {
        var page = await window.NewPageAsync();
        var frames = await Frames.OfAsync(page);
        var query = $"?text={Uri.EscapeDataString(prose.Text)}&letters={StreamedProse.LettersInToken}&every={StreamedProse.MillisecondsBetweenTokens}";
        await Browser.GoAsync(page, new Uri(empty, $"/growing{query}"));
        return new GrowingPage(page, frames, prose);
    }

    public async Task<Streamed> StreamAsync()
    {
        await page.BringToFrontAsync();
        await page.Locator("button:enabled").WaitForAsync();
        await ScreenWatch.WatchForAsync(page, prose.Last);
        frames.Clear();
        var first = DateTimeOffset.UtcNow;
        await page.Locator("button").ClickAsync();
        var shown = await ScreenWatch.ShownAsync(page);
        // The server of this page is its model, too: nobody knows when the last token left.
        return frames.ToStreamed(prose, await ScreenWatch.ChangesAsync(page), shown - first, double.NaN);
    }
}
