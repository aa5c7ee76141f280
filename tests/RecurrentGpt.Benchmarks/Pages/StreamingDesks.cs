using System.Collections.Concurrent;
using Microsoft.Playwright;
using RecurrentGpt.EndToEnd;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Benchmarks.Pages;

/// <summary>Desks at all of which a paragraph comes in at once, for longer than somebody looks.</summary>
internal sealed class StreamingDesks
{
    // Forty seconds of it.
    private const int Tokens = 4_000;

    private readonly ConcurrentBag<FakeHold> _holds = [];

    /// <summary>Has the first plan written at each of the pages, and waits until words come in at all of them.</summary>
    public static async Task<StreamingDesks> BeginAsync(FakeModelServer model, IReadOnlyList<IPage> pages)
    {
        var (desks, prose) = (new StreamingDesks(), new StreamedProse(model, Tokens, round: 0));
        model.Answer = request =>
        {
            var hold = new FakeHold();
            desks._holds.Add(hold);
            return prose.ToReply(request, hold);
        };
        foreach (var page in pages)
        {
            await new DeskScreen(page).Write(1).ClickAsync();
        }

        await Task.WhenAll(pages.Select(page => page.Locator("article[aria-busy]").WaitForAsync()));
        return desks;
    }

    public void End()
    {
        foreach (var hold in _holds)
        {
            hold.Release();
        }
    }
}
