using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>A page that is opened by a browser that has never been there.</summary>
internal sealed class FirstLoad
{
    // The first of the page's contents that was asked for, and the time after the frame that painted it.
    private const string Watch = """
        new MutationObserver((_, watch) => {
          if (document.querySelector("SELECTOR")) {
            watch.disconnect();
            requestAnimationFrame(() => setTimeout(() => (window.painted = performance.now())));
          }
        }).observe(document, { childList: true, subtree: true });
        """;

    private readonly ConcurrentDictionary<string, JsonElement> _answers = new();
    private readonly ConcurrentDictionary<string, double> _bytes = new();

    /// <summary>What came over the wire, with its headers, packed as it came.</summary>
    public double Bytes => _bytes.Values.Sum();

    /// <summary>Milliseconds until the browser had painted anything.</summary>
    public double FirstPaint { get; private set; }

    /// <summary>Milliseconds until what the page is for was painted.</summary>
    public double ContentPaint { get; private set; }

    /// <summary>Files: not the page itself, and not what the connection is begun with.</summary>
    public IReadOnlyList<LoadedFile> Files =>
    [
        .. _answers
            .Where(answer => answer.Value.GetProperty("mimeType").GetString() != "text/html")
            .Select(answer => new LoadedFile(answer.Value, _bytes.GetValueOrDefault(answer.Key)))
            .Where(file => !file.Path.StartsWith("/_blazor", StringComparison.Ordinal)),
    ];

    public static async Task<FirstLoad> OfAsync(Browser browser, Uri address, string selector)
    {
        var load = new FirstLoad();
        var window = await browser.NewWindowAsync();
        var page = await window.NewPageAsync();
        await page.AddInitScriptAsync(Watch.Replace("SELECTOR", selector, StringComparison.Ordinal));
        await load.ListenAsync(await window.NewCDPSessionAsync(page));
        await Browser.GoAsync(page, address);
        load.ContentPaint = await (await page.WaitForFunctionAsync("() => window.painted")).JsonValueAsync<double>();
        load.FirstPaint = await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await window.CloseAsync();
        return load;
    }

    private async Task ListenAsync(ICDPSession tools)
    {
        await tools.SendAsync("Network.enable");
        tools.Event("Network.responseReceived").OnEvent += (_, heard) => _answers[heard!.Value.GetProperty("requestId").GetString()!] = heard.Value.GetProperty("response").Clone();
        tools.Event("Network.loadingFinished").OnEvent += (_, heard) =>
            _bytes[heard!.Value.GetProperty("requestId").GetString()!] = heard.Value.GetProperty("encodedDataLength").GetDouble();
    }
}
