using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The bench of long-term memory: what the author does there is what the next request says, by the record of the model server.</summary>
public sealed class LongTermMemoryTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees that hum at night.";

    [Fact]
    public async Task EditPinAndBan_ThenWrite_SendsExactlyWhatTheBenchSays()
    {
        await using var world = await World.StartAsync(browser);
        var known = new List<string>();
        world.Model.Embed = (text, _) => Place(text, known);
        var desk = await StoryOfAsync(world, paragraphs: 8);
        await desk.Plan(2).FillAsync("Nearest of all.");
        var bench = await OpenBenchAsync(desk);
        var texts = await bench.Locator("ol > li .prose").AllInnerTextsAsync();
        var embedded = world.Model.EmbeddingRequests.Count;

        await Press(bench, "Edit entry 4").ClickAsync();
        await bench.GetByRole(AriaRole.Textbox, new() { Name = "Text of entry 4" }).FillAsync("She hid the lens in the well, as I tell it.");
        await Press(bench, "Save").ClickAsync();
        await Expect(Entry(bench, 4)).ToContainTextAsync("edited");
        await Expect(Entry(bench, 4)).Not.ToContainTextAsync("not indexed");
        Assert.Equal(["She hid the lens in the well, as I tell it."], Assert.Single(world.Model.EmbeddingRequests.Skip(embedded)).Inputs);
        await Press(bench, "Pin entry 1: always send it").ClickAsync();
        await Expect(Entry(bench, 1)).ToContainTextAsync("pinned");
        await Press(bench, "Ban entry 2: never send it").ClickAsync();
        await Expect(Entry(bench, 2)).ToContainTextAsync("banned");
        await Expect(bench.GetByRole(AriaRole.Radio, new() { Name = "Plan 2" })).ToBeCheckedAsync();
        await Press(bench, "Weigh them").ClickAsync();
        await Expect(Entry(bench, 1)).ToContainTextAsync("would be sent: pinned");
        await Expect(Entry(bench, 4)).ToContainTextAsync("would be sent: near the plan");
        var marked = await bench.Locator("li.sent .prose").AllInnerTextsAsync();
        await Pictures.SaveAsync(desk.Page, "bench-weighed-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Press(bench, "Close").ClickAsync();
        var asked = world.Model.EmbeddingRequests.Count;

        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 9);

        var sent = Recalled(world);
        Assert.Contains(texts[0], sent, StringComparison.Ordinal);
        Assert.DoesNotContain(texts[1], sent, StringComparison.Ordinal);
        Assert.Contains("[4] She hid the lens in the well, as I tell it.", sent, StringComparison.Ordinal);
        Assert.DoesNotContain(texts[3], sent, StringComparison.Ordinal);
        Assert.All(marked, text => Assert.Contains(text, sent, StringComparison.Ordinal));
        Assert.Equal(marked.Count, sent.Split('\n').Length);
        // The plan was paid for on the bench, so that only the new summary is left.
        Assert.Single(world.Model.EmbeddingRequests.Skip(asked));
    }

    [Fact]
    public async Task OpeningTheBench_PaysNothing_AndChoosingAPlanPaysOnce()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await StoryOfAsync(world, paragraphs: 4);
        await desk.Plan(3).FocusAsync();
        var before = world.Model.EmbeddingRequests.Count;

        var bench = await OpenBenchAsync(desk);
        await Expect(bench.GetByRole(AriaRole.Radio, new() { Name = "Plan 3" })).ToBeCheckedAsync();
        await Expect(bench).ToContainTextAsync("the embedding model is asked once");
        Assert.Equal(before, world.Model.EmbeddingRequests.Count);
        await Press(bench, "Weigh them").ClickAsync();
        await Expect(bench.Locator("li.sent")).Not.ToHaveCountAsync(0);
        await bench.GetByRole(AriaRole.Radio, new() { Name = "No plan" }).CheckAsync();
        await Expect(bench.Locator("li.sent")).ToHaveCountAsync(0);
        await bench.GetByRole(AriaRole.Radio, new() { Name = "Plan 3" }).CheckAsync();
        await Expect(bench.Locator("li.sent")).Not.ToHaveCountAsync(0);

        Assert.Equal([await desk.Plan(3).InputValueAsync()], Assert.Single(world.Model.EmbeddingRequests.Skip(before)).Inputs);
    }

    [Fact]
    public async Task TheBench_ByKeys_IsOpenedSearchedEditedAndClosed()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await StoryOfAsync(world, paragraphs: 4);
        var keys = desk.Page.Keyboard;
        await desk.Button("All entries").FocusAsync();
        await keys.PressAsync("Enter");
        var bench = Bench(desk);
        await Expect(bench.Locator("ol > li")).ToHaveCountAsync(4);

        var words = await Entry(bench, 4).Locator(".prose").InnerTextAsync();
        await bench.GetByRole(AriaRole.Searchbox).FocusAsync();
        await keys.TypeAsync(words);
        await Expect(bench.Locator("ol > li")).ToHaveCountAsync(1);
        await Press(bench, "Edit entry 4").FocusAsync();
        await keys.PressAsync("Enter");
        var text = bench.GetByRole(AriaRole.Textbox, new() { Name = "Text of entry 4" });
        await Expect(text).ToBeFocusedAsync();
        await keys.TypeAsync("Not kept. ");
        await keys.PressAsync("Escape");
        await Expect(text).ToHaveCountAsync(0);
        await Expect(Press(bench, "Edit entry 4")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await text.FillAsync("Kept by keys.");
        await keys.PressAsync("Control+Enter");
        await Expect(Entry(bench, 4)).ToContainTextAsync("Kept by keys.");
        await keys.PressAsync("Escape");

        await Expect(bench).ToHaveCountAsync(0);
        await Expect(desk.Button("All entries")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task TheRecallMap_WalkedAndPressed_OpensThePromptOfThatStep()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await StoryOfAsync(world, paragraphs: 8);
        var bench = await OpenBenchAsync(desk);
        await bench.GetByRole(AriaRole.Tab, new() { Name = "Recall map" }).ClickAsync();
        var cells = bench.Locator("svg .cell");
        await Expect(cells.Last).ToHaveAttributeAsync("tabindex", "0");
        await Pictures.SaveAsync(desk.Page, "recall-map-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));

        await cells.Last.FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        var walked = bench.Locator("svg .cell:focus[data-column='6']");
        await Expect(walked).ToHaveCountAsync(1);
        await Expect(bench.Locator("svg .cell[tabindex='0']")).ToHaveCountAsync(1);
        await desk.Page.Keyboard.PressAsync("Enter");
        var sent = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "What was sent" });
        await Expect(sent).ToContainTextAsync(world.Model.ChatRequests[^2].User.Split('\n')[^1]);
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(sent).ToHaveCountAsync(0);
        await Expect(bench).ToBeVisibleAsync();
        await Expect(walked).ToHaveCountAsync(1);

        await bench.GetByRole(AriaRole.Tab, new() { Name = "Entries" }).ClickAsync();
        await bench.GetByRole(AriaRole.Button, new() { Name = "What was sent for paragraph 5" }).First.ClickAsync();
        await Expect(sent).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task TheBenchAndTheMap_InEveryLook_AreAccessible(string name)
    {
        var look = Look.All.Single(one => one.Name == name);
        await using var world = await World.StartAsync(browser);
        var desk = await StoryOfAsync(world, paragraphs: 8, look);
        await desk.Button("All entries").ClickAsync();
        var bench = Bench(desk);
        await Press(bench, "Pin entry 2: always send it").ClickAsync();
        await Expect(Entry(bench, 2)).ToContainTextAsync("pinned");
        await bench.GetByRole(AriaRole.Radio, new() { Name = "Plan 1" }).CheckAsync();
        await Expect(bench.Locator("li.sent")).Not.ToHaveCountAsync(0);
        await CheckAsync(desk.Page, $"bench-{name}");

        await bench.GetByRole(AriaRole.Tab, new() { Name = "Recall map" }).ClickAsync();
        await Expect(bench.Locator("svg .cell").First).ToBeVisibleAsync();
        await CheckAsync(desk.Page, $"recall-map-{name}");
    }

    private static async Task CheckAsync(IPage page, string picture)
    {
        await Appearance.CheckAsync(page, picture);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }

    private static async Task<DeskScreen> StoryOfAsync(World world, int paragraphs, Look? look = null)
    {
        var desk = await world.BeginStoryAsync(Premise, look);
        for (var number = 4; number <= paragraphs; number++)
        {
            if (look is { IsPhone: true })
            {
                await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
            }

            await desk.Write((number % 3) + 1).ClickAsync();
            await Expect(desk.Paragraphs).ToHaveCountAsync(number, new() { Timeout = 20_000 });
            await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        }

        if (look is { IsPhone: true })
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Recall" }).ClickAsync();
        }

        return desk;
    }

    private static async Task<ILocator> OpenBenchAsync(DeskScreen desk)
    {
        await desk.Button("All entries").ClickAsync();
        await Expect(Bench(desk).Locator("ol > li").First).ToBeVisibleAsync();
        return Bench(desk);
    }

    private static ILocator Bench(DeskScreen desk) => desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "All that the story remembers" });

    private static ILocator Entry(ILocator bench, int number) => bench.GetByRole(AriaRole.Listitem, new() { Name = $"Entry {number}", Exact = true });

    private static ILocator Press(ILocator bench, string name) => bench.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static string Recalled(World world) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, PartNames.Recalled, out var text) ? text : throw new InvalidOperationException("Nothing recalled was sent.");

    // In the order in which texts come: entry 1 lies opposite the plan, entry 2 exactly where it is, the edited one beside it, all else across.
    private static float[] Place(string text, List<string> known)
    {
        if (!known.Contains(text))
        {
            known.Add(text);
        }

        return (text, known.IndexOf(text)) switch
        {
            ("Nearest of all.", _) or (_, 1) => [1, 0],
            (_, 0) => [-1, 0.1f],
            _ when text.Contains("lens in the well", StringComparison.Ordinal) => [0.99f, 0.1f],
            (_, var place) => [0.1f, 1 + place],
        };
    }
}
