using Microsoft.Playwright;
using RecurrentGpt.Faults.Tab;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>The machine's Chromium, whose pages know nothing of each other unless they share a window.</summary>
internal sealed class Browser : IAsyncDisposable
{
    // Only to end a benchmark whose page never comes.
    private const float Patience = 120_000;

    private readonly IPlaywright _playwright;
    private readonly IBrowser _chromium;

    private Browser(IPlaywright playwright, IBrowser chromium)
    {
        _playwright = playwright;
        _chromium = chromium;
    }

    public static async Task<Browser> StartAsync(params IEnumerable<string> arguments)
    {
        var (playwright, options) = (await Playwright.CreateAsync(), Chromium.Options);
        options.Args = [.. options.Args!, .. arguments];
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(options));
    }

    /// <summary>A window with a cache of its own, in which nothing is.</summary>
    public Task<IBrowserContext> NewWindowAsync() => NewWindowAsync(1_440, 900);

    /// <summary>A window so small that its pages take little drawing.</summary>
    public Task<IBrowserContext> NewSmallWindowAsync() => NewWindowAsync(320, 240);

    private async Task<IBrowserContext> NewWindowAsync(int width, int height)
    {
        var window = await _chromium.NewContextAsync(new() { Locale = "en-GB", ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = width, Height = height } });
        window.SetDefaultTimeout(Patience);
        return window;
    }

    /// <summary>Opens a page and waits until it is interactive.</summary>
    public static async Task<IPage> OpenAsync(IBrowserContext window, Uri address)
    {
        var page = await window.NewPageAsync();
        await GoAsync(page, address);
        return page;
    }

    public static async Task GoAsync(IPage page, Uri address)
    {
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public async ValueTask DisposeAsync()
    {
        await _chromium.DisposeAsync();
        _playwright.Dispose();
    }
}
