using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A story that is played, from its opening to its ending and back into the draft, against a model server whose record shows what was sent.</summary>
public sealed class PlayTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const int Opening = 1;
    private const int OpeningPassages = 3;
    private const string Premise = "Mara keeps an orchard of glass trees that hum at night, and one of them is gone.";
    private const string Prose = "The gate gives way all at once. Behind it the orchard has gone quiet. ";

    private static readonly string[] Acts =
    [
        "I hold the lamp over the hole and call.", "I tie the rope to the oldest tree.", "I ask the boy what he is afraid of.",
        "I break the window — “quietly”, I hope ======", "I drink from the well.", "I put the stone back and go home.",
    ];

    [Fact]
    public async Task AStory_PlayedToItsEnding_IsUndoneReplayedToldOnAndSentToTheDraft()
    {
        await using var world = await World.StartAsync(browser);
        var play = await PlayScreen.BeginAsync(world, Premise);
        await LookAsync(play, "play-opening");

        await PlayAsync(world, play, 1, 6);
        await LookAsync(play, "play-turn");
        await WriteAndWatchAsync(world, play, 7);
        await PlayAsync(world, play, 8, 11);
        var last = await play.TextOfAsync(2);
        await play.ChooseAsync(2, 12);
        Assert.Equal(last, Sent(world));
        Assert.Contains("Write turn 12 now, the last one", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
        Assert.Equal(Opening + 12, world.Model.ChatRequests.Count);
        await Expect(play.Turn(12)).ToContainTextAsync("The End");
        await Expect(play.Choices).ToHaveCountAsync(0);
        await Expect(play.OwnAction).ToHaveCountAsync(0);
        await LookAsync(play, "play-ended");

        await ReplayAsync(world, play);
        await TellOnAsync(world, play);
        await WriteOnByHandAsync(world, play);
    }

    [Fact]
    public async Task AStepOfADraft_StartedAsAPlay_EntersThereAndLeavesTheDraft()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        var story = new Uri(desk.Page.Url).Segments[^1];
        var step = await desk.Paragraph(4).Locator("[data-passage]").First.GetAttributeAsync("data-passage");
        var sent = world.Model.ChatRequests.Count;

        await World.GoToAsync(desk.Page, $"/play/{story}?from={step}");
        var play = new PlayScreen(desk.Page);
        await Expect(play.Button("Begin")).ToBeVisibleAsync();
        await Expect(play.Passages).ToHaveCountAsync(1);
        await LookAsync(play, "play-start");
        Assert.Equal(sent, world.Model.ChatRequests.Count);

        await play.Button("Begin").ClickAsync();
        await Expect(play.Page.GetByRole(AriaRole.Article, new() { Name = "You enter the story" })).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await Expect(play.Choices).ToHaveCountAsync(3);
        await Expect(play.Page).ToHaveURLAsync($"/play/{story}");
        await play.ActAsync("I go down to the cellar.", 1);
        Assert.Equal("I go down to the cellar.", Sent(world));
        await LookAsync(play, "play-entered");

        await play.Button("Read what came before").ClickAsync();
        await Expect(play.Passages).ToHaveCountAsync(6);
        await play.MoreAsync("Open on the desk");
        await Expect(desk.Paragraphs).ToHaveCountAsync(6);
    }

    [Fact]
    public async Task OnAPhone_AReader_StartsChoosesTypesStopsKeepsAndComesToTheEnd()
    {
        await using var world = await World.StartAsync(browser);
        var play = await PlayScreen.BeginAsync(world, Premise, Look.Phone);
        await LookAsync(play, "play-opening");

        await play.Choice(3).TapAsync();
        await play.WrittenAsync(1);
        await LookAsync(play, "play-choices");
        Assert.All(await TouchedAsync(play.Page), height => Assert.InRange(height, 43.5, 10_000));

        world.Model.Enqueue(FakeReply.HoldAfter(6, out var hold) with { Text = $"Output Paragraph:\n{Prose}{Prose}", ChunkSize = 16 });
        await play.OwnAction.FillAsync(Acts[0]);
        await play.Button("Do it").TapAsync();
        await hold.Reached;
        await Expect(play.Page.Locator("q", new() { HasText = Acts[0] })).ToBeVisibleAsync();
        await Expect(play.Page.GetByRole(AriaRole.Article, new() { Name = "The story answers" })).ToContainTextAsync("The gate gives way");
        await LookAsync(play, "play-writing");
        await play.Button("Stop").TapAsync();

        var leftover = play.Page.GetByRole(AriaRole.Region, new() { Name = "Unfinished turn" });
        await Expect(leftover).ToContainTextAsync("The gate gives way");
        await LookAsync(play, "play-stopped");
        await play.Button("Keep it as it is").TapAsync();
        await play.WrittenAsync(2);
        await Expect(play.Turn(2)).ToContainTextAsync("The gate gives way");
        await Expect(leftover).ToHaveCountAsync(0);

        await play.MoreAsync("Bring it to an end");
        await play.WrittenAsync(3);
        await Expect(play.Turn(3)).ToContainTextAsync("The End");
        await LookAsync(play, "play-ended");
    }

    [Fact]
    public async Task TheProgramEndsInATurn_TheReaderFindsWhatCame()
    {
        await using var world = await World.StartAsync(browser);
        var play = await PlayScreen.BeginAsync(world, Premise);
        var path = new Uri(play.Page.Url).PathAndQuery;
        world.Model.Enqueue(FakeReply.HoldAfter(6, out var hold) with { Text = $"Output Paragraph:\n{Prose}{Prose}", ChunkSize = 16 });
        var chosen = await play.TextOfAsync(1);
        await play.Page.Keyboard.PressAsync("1");
        await hold.Reached;

        await world.RestartAsync();
        var again = new PlayScreen(await world.OpenAsync(path));

        var leftover = again.Page.GetByRole(AriaRole.Region, new() { Name = "Unfinished turn" });
        await Expect(leftover).ToContainTextAsync(chosen);
        await LookAsync(again, "play-interrupted");
        await again.Button("Try again").ClickAsync();
        await again.WrittenAsync(1);
        Assert.Equal(chosen, Sent(world));
        await Expect(leftover).ToHaveCountAsync(0);
    }

    // Odd turns are chosen by a key, even ones are typed; each sends one request, with the action between its marks.
    private static async Task PlayAsync(World world, PlayScreen play, int first, int last)
    {
        for (var turn = first; turn <= last; turn++)
        {
            var choice = (turn % 3) + 1;
            var action = turn % 2 == 0 ? Acts[(turn / 2) - 1] : await play.TextOfAsync(choice);
            await (turn % 2 == 0 ? play.ActAsync(action, turn) : play.ChooseAsync(choice, turn));
            Assert.Equal(action, Sent(world));
            Assert.Contains($"Write turn {turn} of 12 now", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
            Assert.Contains("Tension: ", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
            Assert.Equal(Opening + turn, world.Model.ChatRequests.Count);
            Assert.Equal(1 + (2 * turn), world.Model.EmbeddingRequests.Count);
        }
    }

    private static async Task WriteAndWatchAsync(World world, PlayScreen play, int turn)
    {
        var hold = new FakeHold();
        world.Model.Enqueue(new FakeReply { Hold = hold, After = 5, ChunkSize = 24 });
        var chosen = await play.TextOfAsync(1);
        await play.Page.Keyboard.PressAsync("1");
        await hold.Reached;
        await Expect(play.Page.Locator("q", new() { HasText = chosen })).ToBeInViewportAsync();
        await Expect(play.Choices).ToHaveCountAsync(0);
        await Expect(play.Status).ToContainTextAsync("The story goes on…");
        await LookAsync(play, "play-writing");
        hold.Release();
        await play.WrittenAsync(turn);
        Assert.Equal(chosen, Sent(world));
    }

    // Nothing is sent by going back, and what was played stays.
    private static async Task ReplayAsync(World world, PlayScreen play)
    {
        await play.MoreAsync("Undo a turn");
        await Expect(play.Turn(12)).ToHaveCountAsync(0);
        await Expect(play.Status).ToContainTextAsync("Went back a turn");
        await Expect(play.Choices).ToHaveCountAsync(3);
        await play.MoreAsync("Redo");
        await Expect(play.Turn(12)).ToHaveCountAsync(1);

        await play.Turn(5).HoverAsync();
        await play.Button("Replay from turn 5").ClickAsync();
        await Expect(play.Passages).ToHaveCountAsync(OpeningPassages + 4);
        await Expect(play.Page.GetByRole(AriaRole.Heading, new() { Name = "What do you do?" })).ToBeFocusedAsync();
        Assert.Equal(Opening + 12, world.Model.ChatRequests.Count);
        await LookAsync(play, "play-replay");
        await play.ActAsync("I leave the lamp where it is.", 5);
        Assert.Equal("I leave the lamp where it is.", Sent(world));
    }

    private static async Task TellOnAsync(World world, PlayScreen play)
    {
        await play.MoreAsync("Bring it to an end");
        await play.WrittenAsync(6);
        await play.Button("Read the epilogue").ClickAsync();
        await Expect(play.Page.GetByRole(AriaRole.Heading, new() { Name = "Epilogue", Exact = true })).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Expect(play.Button("Stop")).ToHaveCountAsync(0);
        await Expect(play.Button("Read the epilogue")).ToHaveCountAsync(0);
        await play.Button("Play on").ClickAsync();
        await LookAsync(play, "play-epilogue");
        await play.Button("Go on with the story").ClickAsync();
        await Expect(play.Choices).ToHaveCountAsync(3, new() { Timeout = 20_000 });
        Assert.Equal(Opening + 16, world.Model.ChatRequests.Count);
    }

    private static async Task WriteOnByHandAsync(World world, PlayScreen play)
    {
        var passages = await play.Passages.CountAsync();
        await play.MoreAsync("Send to the draft");
        var desk = new DeskScreen(play.Page);
        await Expect(desk.Paragraphs).ToHaveCountAsync(passages);
        Assert.Equal(Opening + 16, world.Model.ChatRequests.Count);
        await Pictures.SaveAsync(play.Page, "play-sent-wide-light");

        await desk.OwnPlan.FillAsync("Years later a stranger asks about the orchard.");
        await desk.Button("Write my plan").ClickAsync();
        await WritingTests.WrittenAsync(desk, passages + 1);
        Assert.Equal("Years later a stranger asks about the orchard.", Sent(world));
    }

    // In both themes where it is wide, and never wider than the screen.
    private static async Task LookAsync(PlayScreen play, string name)
    {
        var isPhone = play.Page.ViewportSize!.Width < 800;
        await Pictures.SaveAsync(play.Page, $"{name}-{(isPhone ? "phone" : "wide")}-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(play.Page));
        Assert.Equal(0, await play.Page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        if (!isPhone)
        {
            await play.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await Pictures.SaveAsync(play.Page, $"{name}-wide-dark");
            Assert.Empty(await Accessibility.FaultsOfAsync(play.Page));
            await play.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    private static Task<double[]> TouchedAsync(IPage page) => page.EvaluateAsync<double[]>(
        "() => [...document.querySelectorAll('main button:not(:disabled), main header a')].filter((control) => control.checkVisibility()).map((control) => control.getBoundingClientRect().height)");

    private static string Sent(World world) =>
        Marks.TryRead(world.Model.ChatRequests[^1].User, PartNames.Plan, out var text) ? text : throw new InvalidOperationException("No action was sent.");
}
