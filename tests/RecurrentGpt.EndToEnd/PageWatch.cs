using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>Watches pages from before their first script for what a safe page never does.</summary>
public sealed class PageWatch
{
    // Tells of what the policy refuses, of errors, and of a text that came to run.
    private const string First =
        """
        addEventListener("securitypolicyviolation", (event) => tellWatch(`policy: ${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`), true);
        addEventListener("error", (event) => tellWatch(`error: ${event.message} ${event.target?.outerHTML ?? ""}`), true);
        window.owned = () => tellWatch("a text was run");
        """;

    private readonly ConcurrentQueue<string> _told = new();
    private readonly ConcurrentDictionary<string, int> _seen = new();

    /// <summary>All that should not have been.</summary>
    public IReadOnlyCollection<string> Told => _told;

    /// <summary>Documents that were loaded, and requests that were made.</summary>
    public int Documents => _seen.GetValueOrDefault("document");

    public int Requests => _seen.Values.Sum();

    public async Task FollowAsync(IPage page)
    {
        await page.ExposeFunctionAsync<string, bool>("tellWatch", what =>
        {
            _told.Enqueue(what);
            return true;
        });
        await page.AddInitScriptAsync(First);
        page.Request += (_, request) => Look(page, request);
        page.PageError += (_, error) => _told.Enqueue($"error: {error}");
        page.Console += (_, message) => Hear(message);
        page.Dialog += async (_, dialog) =>
        {
            _told.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Popup += (_, popup) => _told.Enqueue($"page: {popup.Url}");
    }

    private void Look(IPage page, IRequest request)
    {
        _seen.AddOrUpdate(request.ResourceType, 1, (_, count) => count + 1);
        var address = new Uri(request.Url);
        var isOurs = address.Scheme == "data" || page.Url == "about:blank" || address.Authority == new Uri(page.Url).Authority;
        if (!isOurs)
        {
            _told.Enqueue($"request: {request.Url}");
        }
    }

    private void Hear(IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            _told.Enqueue($"console: {message.Text}");
        }
    }
}
