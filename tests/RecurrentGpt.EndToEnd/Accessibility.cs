using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace RecurrentGpt.EndToEnd;

/// <summary>What axe finds on a page.</summary>
public static class Accessibility
{
    // Only what is wrong is told, and in the page itself, which has no frames: the library's own way goes by a page of its own and takes four times as long.
    private const string Look =
        """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
          .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.html}`))
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>Its faults, each with the rule and the element; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> FaultsOfAsync(IPage page)
    {
        await page.EvaluateAsync(Axe);
        return await page.EvaluateAsync<string[]>(Look);
    }
}
