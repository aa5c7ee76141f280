using System.Diagnostics;
using Microsoft.Playwright;

namespace RecurrentGpt.Faults.Tab;

/// <summary>One author at one tab, with a story and a network of their own.</summary>
internal sealed class AuthorTab(IBrowser browser, CutProxy network, string marker) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstWords = TimeSpan.FromMilliseconds(600);

    private IBrowserContext? _context;
    private IPage _page = null!;
    private string _waitsFor = "";

    public string Marker => marker;

    public Guid StoryId { get; private set; }

    private string Path => $"/stories/{StoryId}";

    private ILocator Articles => _page.Locator("article[id^=paragraph-]");

    private ILocator Stop => _page.GetByRole(AriaRole.Button, new() { Name = "Stop", Exact = true });

    /// <summary>Writes an opening, and waits for it.</summary>
    public async Task BeginAsync()
    {
        _context = await browser.NewContextAsync(new() { BaseURL = network.Address.ToString(), ReducedMotion = ReducedMotion.Reduce, Locale = "en-GB" });
        _context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        await OpenAsync("/new");
        await _page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" }).FillAsync($"A keeper of {marker} finds a door at the bottom of the tide pool.");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Write the opening" }).ClickAsync();
        await Articles.Nth(2).WaitForAsync();
        StoryId = Guid.Parse(new Uri(_page.Url).Segments[^1]);
        await AtRestAsync();
    }

    /// <summary>Goes through one round and tells what came of it.</summary>
    /// <param name="killed">Kills the server and starts it again, for all tabs at once.</param>
    public async Task<TabOutcome> PlayAsync(TabRound round, Random chance, Func<Task> killed)
    {
        _waitsFor = "rest before the round";
        await AtRestAsync();
        _waitsFor = "the box";
        var box = await OpenBoxAsync(round.Box);
        if (round.IsStreaming)
        {
            await _page.GetByRole(AriaRole.Button, new() { Name = "Write plan 1", Exact = true }).ClickAsync();
        }

        // While a step is written, only an open editor can be typed in.
        var typist = new Typist(round.IsStreaming && round.Box != TypedInto.Paragraph ? _page.Locator("body") : box, chance);
        var types = !round.IsStreaming || round.Box == TypedInto.Paragraph;
        await (types ? typist.StartAsync() : Task.CompletedTask);
        await Task.Delay(FirstWords + TimeSpan.FromMilliseconds(chance.Next(1_500)));
        _waitsFor = "the fault";
        await BreakAsync(round, typist, chance, killed);
        var mended = Stopwatch.GetTimestamp();
        await typist.StopAsync();

        _waitsFor = "the page to come back";
        await BackAsync();
        _waitsFor = "the typed text";
        var lost = types ? await LostAsync(typist, Box(round.Box)) : (0, 0);
        _waitsFor = "an answer to a click";
        await ClickAsync();
        var seconds = Stopwatch.GetElapsedTime(mended).TotalSeconds;
        _waitsFor = "rest after the round";
        await AtRestAsync();
        _waitsFor = "the editor to close";
        await CloseEditorAsync();
        return new TabOutcome(lost, seconds, await DoubledAsync());
    }

    /// <summary>The paragraphs that the page shows.</summary>
    public Task<int> CountAsync() => Articles.CountAsync();

    /// <summary>What can be told of a page that did not go on: what it was waited for, its marks, and the beginning of what it shows.</summary>
    public async Task<string> LookAsync()
    {
        const string Look = """
            () => JSON.stringify({
                html: document.documentElement.cloneNode(false).outerHTML,
                main: document.querySelector('main')?.cloneNode(false).outerHTML,
                theme: document.querySelector('button[title="Dark theme"]')?.outerHTML,
                clicked: window.wasClicked,
                error: document.getElementById('blazor-error-ui')?.getAttribute('style'),
                text: document.body.innerText.slice(0, 400) })
            """;
        try
        {
            return $"It waited for {_waitsFor}; {await _page.EvaluateAsync<string>(Look).WaitAsync(FirstLook)}";
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return $"It waited for {_waitsFor}; the page does not answer: {e.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_context?.CloseAsync() ?? Task.CompletedTask);
        await network.DisposeAsync();
    }

    private async Task OpenAsync(string path)
    {
        _page = await _context!.NewPageAsync();
        await _page.GotoAsync(path);
        await BackAsync();
    }

    private async Task<ILocator> OpenBoxAsync(TypedInto into)
    {
        if (into == TypedInto.Paragraph)
        {
            await _page.GetByRole(AriaRole.Button, new() { Name = "Edit paragraph 2", Exact = true }).ClickAsync();
        }

        var box = Box(into);
        await box.WaitForAsync();
        return box;
    }

    // On the page of now, which is another one once a tab was closed.
    private ILocator Box(TypedInto into) => into switch
    {
        TypedInto.Paragraph => _page.Locator("article textarea:not([readonly])"),
        TypedInto.Memory => _page.GetByRole(AriaRole.Textbox, new() { Name = "Short-term memory", Exact = true }),
        _ => _page.GetByRole(AriaRole.Textbox, new() { Name = "Your own plan", Exact = true }),
    };

    private async Task BreakAsync(TabRound round, Typist typist, Random chance, Func<Task> killed)
    {
        switch (round.Fault)
        {
            case TabFault.Close:
                await typist.StopAsync();
                await _page.CloseAsync();
                await Task.Delay(TimeSpan.FromSeconds(chance.NextDouble() * 3));
                await OpenAsync(Path);
                break;
            case TabFault.Refresh:
                await typist.StopAsync();
                await _page.ReloadAsync();
                break;
            case TabFault.Background:
                await typist.StopAsync();
                await InBackgroundAsync(round.For);
                break;
            case TabFault.Reset:
                network.Reset();
                await Task.Delay(round.For);
                network.Pass();
                break;
            case TabFault.Silence:
                network.FallSilent();
                await Task.Delay(round.For);
                network.Pass();
                break;
            default:
                await killed();
                break;
        }
    }

    private async Task InBackgroundAsync(TimeSpan time)
    {
        await using var devTools = new Lifecycle(await _context!.NewCDPSessionAsync(_page));
        await devTools.TurnAsync("frozen");
        await Task.Delay(time);
        await devTools.TurnAsync("active");
        await _page.BringToFrontAsync();
    }

    // The page is there, on a circuit, and says nothing of a connection that is away.
    private async Task BackAsync()
    {
        await _page.Locator("html:not([data-away]) main[data-interactive]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await _page.Locator("#blazor-error-ui").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private async Task<(int Characters, double Milliseconds)> LostAsync(Typist typist, ILocator box)
    {
        var patience = Stopwatch.StartNew();
        (int Characters, double Milliseconds)? lost = null;
        while (patience.Elapsed < Patience)
        {
            lost = await ReadAsync(box) is { } back ? typist.LostOf(back) : null;
            if (lost is { Milliseconds: <= 1_000 })
            {
                return lost.Value;
            }

            await Task.Delay(100);
        }

        return lost ?? throw new TimeoutException($"Typed '…{typist.Text[^Math.Min(40, typist.Text.Length)..]}', and the box holds '{await ReadAsync(box)}'.");
    }

    private static async Task<string?> ReadAsync(ILocator box)
    {
        try
        {
            return await box.InputValueAsync(new() { Timeout = 500 });
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            return null; // the page is being opened anew, or the box is not there yet
        }
    }

    // A frozen page does not answer: the theme is turned by the server. A page that opens itself anew just then has not heard the click, and must answer the next one.
    private async Task ClickAsync()
    {
        // The button of a page that was just opened learns from the browser which theme it is; a click before that may turn it to what the button showed.
        const string Knows = "() => (document.querySelector('button[title=\"Dark theme\"]')?.getAttribute('aria-pressed') === 'true') === (document.documentElement.dataset.theme === 'dark')";
        const string Answered = "before => !window.wasClicked || document.querySelector('button[title=\"Dark theme\"]')?.getAttribute('aria-pressed') !== before";
        var button = _page.GetByRole(AriaRole.Button, new() { Name = "Dark theme", Exact = true });
        for (var isAnswered = false; !isAnswered; isAnswered = await _page.EvaluateAsync<bool>("() => window.wasClicked === true"))
        {
            await BackAsync();
            await _page.WaitForFunctionAsync(Knows, null, new() { Timeout = (float)Patience.TotalMilliseconds });
            var before = await button.GetAttributeAsync("aria-pressed");
            await _page.EvaluateAsync("() => { window.wasClicked = true; }");
            await button.ClickAsync();
            await _page.WaitForFunctionAsync(Answered, before, new() { Timeout = (float)Patience.TotalMilliseconds });
        }
    }

    private async Task AtRestAsync()
    {
        await Assertions.Expect(Stop).ToHaveCountAsync(0, new() { Timeout = (float)Patience.TotalMilliseconds });
        await Assertions.Expect(_page.GetByRole(AriaRole.Button, new() { Name = "Write plan 1", Exact = true })).ToBeEnabledAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
    }

    private async Task CloseEditorAsync()
    {
        var save = _page.Locator("article .editor button.primary");
        if (await save.CountAsync() > 0)
        {
            await save.ClickAsync();
            try
            {
                await Assertions.Expect(save).ToHaveCountAsync(0, new() { Timeout = (float)Patience.TotalMilliseconds });
            }
            catch (PlaywrightException open)
            {
                throw new TimeoutException($"The editor stays open, and says: {string.Join(" / ", await _page.Locator("article .editor").AllInnerTextsAsync())}", open);
            }
        }
    }

    private async Task<bool> DoubledAsync()
    {
        var texts = await Articles.AllInnerTextsAsync();
        return texts.Distinct(StringComparer.Ordinal).Count() != texts.Count;
    }
}

/// <summary>What came of a round.</summary>
/// <param name="IsDoubled">Whether the page shows a paragraph twice.</param>
internal sealed record TabOutcome((int Characters, double Milliseconds) Lost, double SecondsToReturn, bool IsDoubled);
