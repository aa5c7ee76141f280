using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>The words that a page shows and reads out, beside those of the story.</summary>
public static partial class ScreenWords
{
    // All text and all names, also of what is not in sight yet; not what is story or prompt, and not what names its own language.
    private const string Collect =
        """
        () => {
          const story = ".prose, .text, script, style, kbd, textarea, [lang]:not(html)";
          const names = ["alt", "aria-description", "aria-label", "aria-placeholder", "aria-roledescription", "aria-valuetext", "placeholder", "title"];
          const said = [];
          const placeOf = (element) => element.closest("[id], [class]")?.outerHTML.match(/^<[^>]*>/)[0] ?? element.tagName;
          const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
          for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            if (text.data.trim() && !text.parentElement.closest(story)) {
              said.push({ place: placeOf(text.parentElement), words: text.data.trim() });
            }
          }
          for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join())) {
            for (const name of names.filter((name) => element.getAttribute(name)?.trim())) {
              if (!(name === "title" && element.matches(".prose"))) {
                said.push({ place: `${name} of ${placeOf(element)}`, words: element.getAttribute(name) });
              }
            }
          }
          return said;
        }
        """;

    private const string Story = """() => [...document.querySelectorAll(".prose, textarea")].map((element) => element.value ?? element.textContent).join("\n").replace(/\s+/g, " ")""";

    /// <summary>Words in Latin letters on a page that should be in Chinese or Japanese, each with its place; empty when there are none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="own">What belongs to the story and stands among the words of the screen: its title, genre and the like.</param>
    public static async Task<IReadOnlyList<string>> LatinOnAsync(IPage page, params string[] own)
    {
        var said = await page.EvaluateAsync<Said[]>(Collect);
        var story = await page.EvaluateAsync<string>(Story);
        var latin = said.Select(one => (one.Place, Words: WithoutQuotes(Without(one.Words, own), story))).Where(one => Latin().IsMatch(one.Words));
        return [.. latin.Select(one => $"{one.Place}: {one.Words}")];
    }

    private static string Without(string words, string[] own) =>
        Names().Replace(own.Where(text => text.Length > 0).OrderByDescending(text => text.Length).Aggregate(words, (left, text) => left.Replace(text, "", StringComparison.Ordinal)), "");

    // Names of buttons quote the sentence that they are for.
    private static string WithoutQuotes(string words, string story) =>
        Quote().Replace(words, quote => story.Contains(quote.Value.TrimEnd(' ', '…', '.'), StringComparison.Ordinal) ? "" : quote.Value);

    // Three words at least: a single one may stand in the story by chance.
    [GeneratedRegex(@"[A-Za-z][\x21-\x7e’…]*( [\x21-\x7e‘’…—–]+){2,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"[A-Za-z]{3,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Latin();

    // Names are the same in every language: the program's, those of companies, servers, models and formats, and addresses.
    [GeneratedRegex(
        @"https?://[\w./:-]+|RecurrentGPT Web|Azure OpenAI|OpenAI|OpenRouter|Entra ID|Azure CLI|Ollama|LM Studio|vLLM|llama\.cpp|Base URL|Markdown|JSON|API|URL|fake-(writer|embedder)|sample-writer|local-hashing-512|Ctrl|Alt|Enter|Esc|Shift",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Names();

    private sealed record Said
    {
        public string Place { get; init; } = "";

        public string Words { get; init; } = "";
    }
}
