using Microsoft.Playwright;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>A desk at which somebody clicks, and waits to see what comes of it.</summary>
internal sealed class ClickedDesk(IPage page)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    // Opening an editor asks the server, and draws a box where the prose stood.
    private const string Script = """
        () => new Promise((done) => {
          const begin = performance.now();
          const watch = new MutationObserver(() => {
            if (document.querySelector("article .editor textarea")) {
              watch.disconnect();
              requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
            }
          });
          watch.observe(document.body, { childList: true, subtree: true });
          document.querySelector("article:last-of-type [data-opens^=paragraph]").click();
        })
        """;

    /// <summary>Milliseconds from each click to the paint of what it opens.</summary>
    public async Task<IReadOnlyList<double>> ClickAsync(int times)
    {
        await page.BringToFrontAsync();
        var clicks = new List<double>();
        for (var i = 0; i < times; i++)
        {
            await page.Locator("article:last-of-type [data-opens^=paragraph]").First.WaitForAsync();
            clicks.Add(await page.EvaluateAsync<double>(Script));
            await page.Locator("article .editor").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            await page.Locator("article .editor").WaitForAsync(new() { State = WaitForSelectorState.Detached });
            await Task.Delay(Pause);
        }

        return clicks;
    }
}
