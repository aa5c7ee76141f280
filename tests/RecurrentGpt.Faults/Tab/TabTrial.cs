using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using RecurrentGpt.FakeModel;

namespace RecurrentGpt.Faults.Tab;

/// <summary>Takes tabs away from their authors while they type and while replies stream: closed, refreshed, in the background, cut off, and the server killed under them.</summary>
internal sealed class TabTrial : ITrial
{
    private const double MostSecondsToReturn = 20;
    private const double MostLostMilliseconds = 1_000;
    private const int OfTheOpening = 3;
    private const string AsksForAParagraph = "Labels to write, in this order: Output Paragraph";

    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(3);

    public string Name => "tab";

    public string What => "tabs closed, refreshed, frozen, cut off by reset and by silence, and the server killed under them, while one types and while a reply streams";

    public int Count => 100;

    public int ShortCount => 4;

    public async Task RunAsync(TrialRun run, CancellationToken cancellationToken)
    {
        await using var model = await FakeModelServer.StartAsync();
        using var app = new AppProcess(run.NewFolder(), model.BaseUrl, KeptFor);
        await app.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(Chromium.Options);
        var plan = TabPlan.Of(run);
        List<AuthorTab> tabs = [.. plan.Select((_, page) => new AuthorTab(browser, new CutProxy(() => app.Address), $"Lantern{page:00}"))];
        try
        {
            await Task.WhenAll(tabs.Select(tab => tab.BeginAsync()));
            model.Delay = TimeSpan.FromMilliseconds(60);
            var tally = new TabTally();
            var wave = new KillWave(app, tabs.Count);
            await Task.WhenAll(tabs.Zip(plan, (tab, rounds) => PlayAsync(run, tab, rounds, tally, wave)));
            Tell(run, tally);
            await TellStoredAsync(run, model, app, tabs, cancellationToken);
        }
        finally
        {
            foreach (var tab in tabs)
            {
                await tab.DisposeAsync();
            }
        }
    }

    private static async Task PlayAsync(TrialRun run, AuthorTab tab, IReadOnlyList<TabRound> rounds, TabTally tally, KillWave wave)
    {
        foreach (var round in rounds)
        {
            try
            {
                var outcome = await tab.PlayAsync(round, run.ChanceOf(round.Number), wave.JoinAsync);
                tally.Add(round, outcome.Lost, outcome.SecondsToReturn);
                run.Progress($"{round.Number} {round.Fault} {round.For.TotalSeconds:0.0} s {(round.IsStreaming ? "streaming" : "")} {round.Box}: lost {outcome.Lost.Characters}, back after {outcome.SecondsToReturn:0.0} s");
                if (outcome.IsDoubled)
                {
                    run.Broken(round.Number, $"a paragraph is on the page twice after {round.Fault}");
                }
            }
            catch (Exception e) when (e is PlaywrightException or TimeoutException)
            {
                run.Broken(round.Number, $"{round.Fault} for {round.For.TotalSeconds:0} s, {round.Box}{(round.IsStreaming ? ", streaming" : "")}: {e.Message} {await tab.LookAsync()}");
                wave.Leave();
                return; // the tab is in no state to go on from
            }
        }

        wave.Leave();
    }

    private static void Tell(TrialRun run, TabTally tally)
    {
        run.AtLeast("rounds after which the page worked", tally.Rounds, run.Count);
        foreach (var (fault, count) in tally.ByFault.OrderBy(one => one.Key))
        {
            run.Tell($"  of them {fault}", $"{count}");
        }

        run.AtMost("typed text lost, ms of typing", tally.LostMilliseconds, MostLostMilliseconds);
        run.Tell("typed text lost, characters", $"{tally.LostCharacters}");
        run.AtMost("slowest return, s", tally.SlowestReturn, MostSecondsToReturn);
    }

    // A reply that the program heard to its end is a paragraph of its story, once; each page shows what is stored.
    private static async Task TellStoredAsync(TrialRun run, FakeModelServer model, AppProcess app, IReadOnlyList<AuthorTab> tabs, CancellationToken cancellationToken)
    {
        var (stored, sent) = (0, 0);
        using var client = new HttpClient { BaseAddress = app.Address };
        foreach (var tab in tabs)
        {
            var replies = model.ChatRequests.Count(request => request.User.Contains(tab.Marker, StringComparison.Ordinal) && request.User.Contains(AsksForAParagraph, StringComparison.Ordinal) && !request.Request.ClientLeft.IsCompleted);
            var story = await client.GetFromJsonAsync<JsonElement>($"/stories/{tab.StoryId}/export?format=json", cancellationToken);
            var texts = story.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("paragraph").GetString()!).ToList();
            sent += replies;
            stored += texts.Count - OfTheOpening;
            if (texts.Count != replies + OfTheOpening || texts.Count != await tab.CountAsync())
            {
                run.Broken(run.Count, $"{tab.Marker}: {replies} replies were sent, {texts.Count - OfTheOpening} are stored, and the page shows {await tab.CountAsync() - OfTheOpening}");
            }
        }

        run.AtLeast("replies stored", stored, sent);
        run.Tell("replies sent whole", $"{sent}");
    }
}
