using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Unattended runs that the author starts, leaves, pauses, takes over and stops, against a model server whose record says what was sent.</summary>
public sealed class AutopilotTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "A lighthouse keeper finds a door at the bottom of the tide pool.";
    private const int Opening = 1;

    [Fact]
    public async Task TwentyFiveSteps_TheTabIsClosedInTheMiddle_GoOnAndAreDone()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        var path = new Uri(desk.Page.Url).PathAndQuery;
        var hold = HoldIn(world, step: 12, requestsAStep: 2);

        await autopilot.StartAsync(25, AutopilotScreen.Simulated);
        await hold.Reached;
        await Expect(autopilot.Bar).ToContainTextAsync("11 of 25");
        await Pictures.SaveAsync(desk.Page, "autopilot-running-wide-light");
        await desk.Page.CloseAsync();
        var library = await world.OpenAsync("/");
        await Expect(library.GetByRole(AriaRole.List, new() { Name = "Stories" })).ToContainTextAsync("Autopilot: 11 of 25");
        await Pictures.SaveAsync(library, "autopilot-library-wide-light");
        var again = new DeskScreen(await world.OpenAsync(path, Look.WideDark));
        var seen = new AutopilotScreen(again);
        await Expect(seen.Bar).ToContainTextAsync("11 of 25");
        await Pictures.SaveAsync(again.Page, "autopilot-running-wide-dark");
        hold.Release();

        await Expect(seen.Bar).ToContainTextAsync("Done: 25 of 25", new() { Timeout = 60_000 });
        await Expect(again.Paragraphs).ToHaveCountAsync(28);
        await Pictures.SaveAsync(again.Page, "autopilot-done-wide-dark");
        Assert.Equal((25, 25), (SentRequests.Writing(world).Count, SentRequests.Choosing(world).Count));
        Assert.Equal(Opening + 50, world.Model.ChatRequests.Count);
        Assert.Equal(Opening + 50, world.Model.EmbeddingRequests.Count);
        await World.GoToAsync(library, "/");
        await Expect(library.GetByRole(AriaRole.List, new() { Name = "Stories" })).Not.ToContainTextAsync("Autopilot");
    }

    [Fact]
    public async Task Pause_ThePersonWritesByHand_SendsNothingOfItsOwnAndGoesOnFromThere()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        var hold = HoldIn(world, step: 2);
        await autopilot.StartAsync(6);
        await hold.Reached;

        await autopilot.Act("Pause").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("It pauses after this paragraph.");
        hold.Release();
        await Expect(autopilot.Bar).ToContainTextAsync("Paused at 2 of 6.");
        await WritingTests.WrittenAsync(desk, 5);
        await Pictures.SaveAsync(desk.Page, "autopilot-paused-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        var sent = world.Model.Requests.Count;

        await desk.Memory.FillAsync("Mara has the key. Nobody knows.");
        await desk.OwnPlan.FillAsync("The key turns by itself.");
        await (await SentScreen.OpenAsync(desk)).CloseAsync();
        await World.GoToAsync(desk.Page, "/");
        await desk.Page.GoBackAsync();
        await Expect(desk.OwnPlan).ToHaveValueAsync("The key turns by itself.");
        await Expect(autopilot.Bar).ToContainTextAsync("Paused at 2 of 6.");
        Assert.Equal(sent, world.Model.Requests.Count);

        await desk.Button("Write my plan").ClickAsync();
        await WritingTests.WrittenAsync(desk, 6);
        Assert.Equal(Opening + 3, world.Model.ChatRequests.Count);
        await autopilot.Act("Resume").ClickAsync();

        await Expect(autopilot.Bar).ToContainTextAsync("Done: 6 of 6");
        await Expect(desk.Paragraphs).ToHaveCountAsync(10);
        Assert.Equal(Opening + 7, world.Model.ChatRequests.Count);
        await Expect(autopilot.Choice(6)).ToHaveCountAsync(0);
        await Expect(autopilot.Choice(7)).ToContainTextAsync("Autopilot took the first plan.");
    }

    [Fact]
    public async Task TakeOver_InTheMiddleOfAParagraph_GivesTheDeskAtOnceAndCanBeResumed()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        var hold = HoldIn(world, step: 2);
        await autopilot.StartAsync(3);
        await hold.Reached;

        await autopilot.Act("Take over").ClickAsync();

        await Expect(autopilot.Bar).ToContainTextAsync("Paused at 1 of 3.");
        await world.Model.ChatRequests[^1].Request.ClientLeft.WaitAsync(TimeSpan.FromSeconds(5));
        await Expect(desk.Write(1)).ToBeEnabledAsync();
        await Pictures.SaveAsync(desk.Page, "autopilot-taken-over-wide-light");
        Assert.Equal(Opening + 2, world.Model.ChatRequests.Count);

        await autopilot.Act("Resume").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("Done: 3 of 3");
        await Expect(desk.Paragraphs).ToHaveCountAsync(6);
        Assert.Equal(Opening + 4, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task StopNow_InTheMiddleOfAParagraph_SendsNothingMore()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        var hold = HoldIn(world, step: 3);
        await autopilot.StartAsync(6);
        await hold.Reached;
        var sent = world.Model.Requests.Count;

        await autopilot.Act("Stop now").ClickAsync();

        await Expect(autopilot.Bar).ToContainTextAsync("Ended at 2 of 6.");
        await world.Model.ChatRequests[^1].Request.ClientLeft.WaitAsync(TimeSpan.FromSeconds(5));
        await Pictures.SaveAsync(desk.Page, "autopilot-stopped-wide-light");
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(desk.Write(1)).ToBeEnabledAsync();
        await Expect(autopilot.Bar).ToHaveCountAsync(0);
        Assert.Equal(sent, world.Model.Requests.Count);
    }

    [Fact]
    public async Task StopAfterThisParagraph_KeepsItAndEnds()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        var hold = HoldIn(world, step: 2);
        await autopilot.StartAsync(6);
        await hold.Reached;

        await autopilot.Act("Stop after this paragraph").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("It ends after this paragraph.");
        hold.Release();

        await Expect(autopilot.Bar).ToContainTextAsync("Ended at 2 of 6.");
        await WritingTests.WrittenAsync(desk, 5);
        Assert.Equal(Opening + 2, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task AnotherTab_PausesWhatTheFirstHasStarted()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        var hold = HoldIn(world, step: 2);
        await autopilot.StartAsync(6);
        await hold.Reached;
        var other = new AutopilotScreen(new DeskScreen(await world.OpenAsync(new Uri(desk.Page.Url).PathAndQuery, Look.Phone)));

        await other.Act("Pause").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("It pauses after this paragraph.");
        hold.Release();

        await Expect(autopilot.Bar).ToContainTextAsync("Paused at 2 of 6.");
        await Expect(other.Bar).ToContainTextAsync("Paused at 2 of 6.");
    }

    [Fact]
    public async Task TheServerIsKilledInStepNineOfTwenty_EightAreStoredAndTheRestFollow()
    {
        await using var world = await World.StartProcessAsync(browser);
        var desk = await world.BeginByHandAsync(Premise);
        var path = new Uri(desk.Page.Url).PathAndQuery;
        var hold = HoldIn(world, step: 9);
        await new AutopilotScreen(desk).StartAsync(20);
        await hold.Reached;

        await world.KillAndStartAsync();

        var library = await world.OpenAsync("/");
        await Expect(library.GetByRole(AriaRole.List, new() { Name = "Stories" })).ToContainTextAsync("Autopilot interrupted at 8 of 20");
        await Pictures.SaveAsync(library, "autopilot-interrupted-library-wide-light");
        var again = new DeskScreen(await world.OpenAsync(path));
        var autopilot = new AutopilotScreen(again);
        await Expect(autopilot.Bar).ToContainTextAsync("Interrupted at 8 of 20.");
        await Expect(again.Paragraphs).ToHaveCountAsync(11);
        await Pictures.SaveAsync(again.Page, "autopilot-interrupted-wide-light");
        Assert.Equal(Opening + 9, world.Model.ChatRequests.Count);

        await autopilot.Act("Resume").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("Done: 20 of 20", new() { Timeout = 60_000 });
        await Expect(again.Paragraphs).ToHaveCountAsync(23);
        Assert.Equal(Opening + 9 + 12, world.Model.ChatRequests.Count);
        var texts = await again.Manuscript.Locator("article .prose").AllInnerTextsAsync();
        Assert.Equal(23, texts.Distinct().Count());
        hold.Release();
    }

    // The reply that writes the paragraph of a step waits after some of its prose.
    private static FakeHold HoldIn(World world, int step, int requestsAStep = 1)
    {
        for (var before = 1; before < step * requestsAStep; before++)
        {
            world.Model.Enqueue(new FakeReply());
        }

        world.Model.Enqueue(FakeReply.HoldAfter(6, out var hold));
        return hold;
    }
}
