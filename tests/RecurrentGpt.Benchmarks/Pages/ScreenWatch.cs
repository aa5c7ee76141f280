using Microsoft.Playwright;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>Watches a page's elements from inside it.</summary>
internal static class ScreenWatch
{
    // A frame has been painted when the task after its animation frame runs.
    private const string Script = """
        (word) => {
          window.shown = new Promise((done) => {
            const watch = new MutationObserver(() => {
              window.changes++;
              if (document.body.textContent.includes(word)) {
                watch.disconnect();
                requestAnimationFrame(() => setTimeout(() => done(Date.now())));
              }
            });
            window.changes = 0;
            watch.observe(document.body, { childList: true, characterData: true, subtree: true });
          });
        }
        """;

    /// <summary>Begins to look for a word that is not there yet.</summary>
    public static Task WatchForAsync(IPage page, string word) => page.EvaluateAsync(Script, word);

    /// <summary>When the word was on the screen, painted; waits for it.</summary>
    public static async Task<DateTimeOffset> ShownAsync(IPage page) => DateTimeOffset.FromUnixTimeMilliseconds((long)await page.EvaluateAsync<double>("() => window.shown"));

    /// <summary>How often elements or texts of the page have changed since; what is changed at once counts once.</summary>
    public static Task<int> ChangesAsync(IPage page) => page.EvaluateAsync<int>("() => window.changes");
}
