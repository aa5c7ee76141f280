using Microsoft.Playwright;
using RecurrentGpt.EndToEnd;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.Benchmarks.Lookahead;

/// <summary>A desk in a browser, whose author reads a paragraph and then picks the first plan.</summary>
internal sealed class ReadingDesk(DeskScreen desk)
{
    // From the click, as the page itself gets it, to the first word of a paragraph that was not there, by the page's own clock.
    private const string Watch = """
        (manuscript) => {
          const before = manuscript.querySelectorAll("article").length;
          let clicked = 0;
          addEventListener("click", (event) => { clicked = event.timeStamp; }, { capture: true, once: true });
          window.firstWord = new Promise((done) => {
            const watch = new MutationObserver(() => {
              const articles = manuscript.querySelectorAll("article");
              if (articles.length > before && /\p{L}/u.test(articles[before].querySelector(".prose")?.textContent ?? "")) {
                watch.disconnect();
                requestAnimationFrame(() => setTimeout(() => done(performance.now() - clicked)));
              }
            });
            watch.observe(manuscript, { childList: true, characterData: true, subtree: true });
          });
        }
        """;

    /// <summary>Begins a story on the desk; it is opened with its opening written.</summary>
    public static async Task<ReadingDesk> BeginAsync(IPage page, Uri address)
    {
        await page.GotoAsync(new Uri(address, "/new").ToString());
        await page.Locator("main[data-interactive]").WaitForAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" }).FillAsync("Mara keeps an orchard of glass trees.");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Genre" }).FillAsync("Fantasy");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write the opening" }).ClickAsync();
        var desk = new DeskScreen(page);
        await Expect(desk.Paragraphs).ToHaveCountAsync(3, new() { Timeout = 30_000 });
        return new ReadingDesk(desk);
    }

    /// <summary>Has all three plans written ahead from now on.</summary>
    public async Task WriteAheadAsync()
    {
        await desk.Button("Story settings").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Write plans ahead").SelectOptionAsync("All");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>Reads for a while, picks the first plan, and says how many milliseconds later the first word stood there; ends with the paragraph.</summary>
    public async Task<double> PickAsync(TimeSpan reading)
    {
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(desk.Write(1)).ToBeEnabledAsync();
        await Task.Delay(reading);
        await desk.Manuscript.EvaluateAsync(Watch);
        await desk.Write(1).ClickAsync();
        return await desk.Page.EvaluateAsync<double>("() => window.firstWord");
    }
}
