using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RecurrentGpt.Authors;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A few paragraphs by autopilot, with the author beside it: started, paused, taken over, resumed, done.</summary>
public sealed class AutopilotDeskTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Tessa keeps the night ferry at Harrow Quay, and one evening it comes back with a passenger who never boarded.";

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task ARun_IsPausedTakenOverAndResumed_AndWritesWhatWasAsked(string name)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(look => look.Name == name));
        var autopilot = new AutopilotScreen(desk);
        var before = world.Model.ChatRequests.Count;

        await OrderAsync(autopilot, 3, "The first plan");
        await Expect(autopilot.Dialog).ToContainTextAsync("3 requests");
        await autopilot.CheckAsync($"autopilot-dialog-{name}");
        Assert.Equal(before, world.Model.ChatRequests.Count);
        world.Model.Enqueue(FakeReply.HoldAfter(8, out var first));
        await autopilot.BeginAsync();
        await first.Reached;
        await Expect(autopilot.Bar).ToContainTextAsync("0 of 3");
        await Expect(autopilot.Bar).ToContainTextAsync("writing paragraph 4");
        await Expect(desk.Status).ToContainTextAsync("Autopilot writes by itself: 0 of 3 paragraphs.");
        await autopilot.CheckAsync($"autopilot-running-{name}");

        await autopilot.Act("Pause").ClickAsync();
        await Expect(autopilot.Act("Do not pause")).ToBeVisibleAsync();
        first.Release();
        await Expect(autopilot.Bar).ToContainTextAsync("Paused at 1 of 3.");
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Expect(desk.Paragraph(4)).ToContainTextAsync("Autopilot took the first plan.");
        await Expect(desk.Button("Edit paragraph 4")).ToBeEnabledAsync();
        await autopilot.CheckAsync($"autopilot-paused-{name}");
        Assert.Equal(before + 1, world.Model.ChatRequests.Count);

        world.Model.Enqueue(FakeReply.HoldAfter(8, out var second));
        await autopilot.Act("Resume").ClickAsync();
        await second.Reached;
        await autopilot.Act("Take over").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("Paused at 1 of 3.");
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);

        await autopilot.Act("Resume").ClickAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("Done: 3 of 3 paragraphs are written.", new() { Timeout = 30_000 });
        await Expect(desk.Paragraphs).ToHaveCountAsync(6);
        await autopilot.CheckAsync($"autopilot-done-{name}");
        Assert.Equal(before + 4, world.Model.ChatRequests.Count);
        await autopilot.Act("Close").ClickAsync();
        await Expect(autopilot.Bar).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task ACapThatBlows_IsNamed_AndTheRunGoesOnWithAnother(string name)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(look => look.Name == name));
        var autopilot = new AutopilotScreen(desk);
        await OrderAsync(autopilot, 2, "The first plan");
        await autopilot.Field("Most tokens").FillAsync("3000");
        await Expect(autopilot.Dialog).ToContainTextAsync("Your token limit is below that");

        await autopilot.BeginAsync();
        await Expect(autopilot.Bar).ToContainTextAsync("Stopped by a fuse at 1 of 2.", new() { Timeout = 30_000 });
        await Expect(autopilot.Bar).ToContainTextAsync("could go over your limit of 3,000 tokens; 1,600 are used");
        await autopilot.CheckAsync($"autopilot-fuse-{name}");
        var sent = world.Model.ChatRequests.Count;

        await autopilot.Act("Change and resume…").ClickAsync();
        await autopilot.Field("Most tokens").FillAsync("1600");
        await Expect(autopilot.Dialog).ToContainTextAsync("More than that is used already.");
        await autopilot.Field("Most tokens").FillAsync("90000");
        await Appearance.CheckAsync(desk.Page, $"autopilot-change-{name}");
        Assert.Equal(sent, world.Model.ChatRequests.Count);
        await autopilot.Dialog.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();

        await Expect(autopilot.Bar).ToContainTextAsync("Done: 2 of 2 paragraphs are written.", new() { Timeout = 30_000 });
        Assert.Equal(sent + 1, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task TheSimulatedAuthor_WithTheSampleWriter_GivesItsReasonUnderEachParagraph()
    {
        await using var world = await World.StartAsync(browser, withModel: false);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        await OrderAsync(autopilot, 3, "The simulated author");
        await autopilot.Dialog.GetByRole(AriaRole.Textbox, new() { Name = "Stop when this has happened" }).FillAsync("when the emperor abdicates");
        await Expect(autopilot.Dialog).ToContainTextAsync("6 requests");
        await Expect(autopilot.Dialog).ToContainTextAsync("its prose is only a sample");
        await autopilot.CheckAsync("autopilot-dialog-simulated-wide-light");

        await autopilot.BeginAsync();

        await Expect(autopilot.Bar).ToContainTextAsync("Done: 3 of 3 paragraphs are written.", new() { Timeout = 60_000 });
        foreach (var number in (int[])[4, 5, 6])
        {
            await Expect(desk.Page.GetByRole(AriaRole.Note, new() { Name = $"Who chose the plan of paragraph {number}" })).ToContainTextAsync("Chosen by the simulated author: ");
        }

        await autopilot.CheckAsync("autopilot-simulated-done-wide-light");
        Assert.Empty(world.Model.Requests);
    }

    [Fact]
    public async Task TheStopOfTheDesk_TakesOver_AndTheLibrarySaysHowItStands()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var autopilot = new AutopilotScreen(desk);
        world.Model.Enqueue(FakeReply.HoldAfter(8, out var hold));
        await OrderAsync(autopilot, 3, "Any plan");
        await autopilot.BeginAsync();
        await hold.Reached;
        var library = await world.OpenAsync("/");
        await Expect(library.GetByText("Autopilot: 0 of 3")).ToBeVisibleAsync();
        await Pictures.SaveAsync(library, "autopilot-library-running-wide-light");

        await desk.Button("Stop").ClickAsync();

        await Expect(autopilot.Bar).ToContainTextAsync("Paused at 0 of 3.");
        await Expect(library.GetByText("Autopilot paused at 0 of 3")).ToBeVisibleAsync();
        await Pictures.SaveAsync(library, "autopilot-library-paused-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(library));
        await library.GetByRole(AriaRole.List, new() { Name = "Stories" }).GetByRole(AriaRole.Link).ClickAsync();
        var other = new AutopilotScreen(new DeskScreen(library));
        await Expect(other.Bar).ToContainTextAsync("Paused at 0 of 3.");
        await other.Act("End it").ClickAsync();
        await Expect(other.Bar).ToHaveCountAsync(0);
        await Expect(autopilot.Bar).ToContainTextAsync("Ended at 0 of 3."); // the tab that saw it write says how it ended
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task AChoice_SaysWhy_AndIsCorrectedWithOneClick(string name)
    {
        await using var world = await World.StartAsync(browser);
        var page = await world.OpenAsync((await ChosenAsync(world)).Path, Look.All.Single(look => look.Name == name));
        var desk = new DeskScreen(page);
        var note = desk.Page.GetByRole(AriaRole.Note, new() { Name = "Who chose the plan of paragraph 5" });
        await Expect(note).ToContainTextAsync("Chosen by the simulated author: It keeps Mara at the water");
        await note.GetByRole(AriaRole.Button, new() { Name = "revised the plan" }).ClickAsync();
        await Expect(note).ToContainTextAsync("Plan 1 as it was offered");
        await note.HoverAsync();
        await Appearance.CheckAsync(page, $"autopilot-choice-{name}");

        await note.GetByRole(AriaRole.Button, new() { Name = "I would have taken plan 3: Main turns back." }).ClickAsync();
        await Expect(note).ToContainTextAsync("You would have taken plan 3: “Main turns back.” Later choices are shown it.");
        await Appearance.CheckAsync(page, $"autopilot-corrected-{name}");

        await page.ReloadAsync();
        await page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(note).ToContainTextAsync("You would have taken plan 3");
        await note.GetByRole(AriaRole.Button, new() { Name = "like your choice at paragraph 4" }).ClickAsync();
        await Expect(desk.Paragraph(4)).ToBeFocusedAsync();
        await note.GetByRole(AriaRole.Button, new() { Name = "Take back" }).ClickAsync();
        await Expect(note).Not.ToContainTextAsync("You would have taken");
        Assert.Empty(world.Model.ChatRequests);
    }

    // What the fake server and the sample writer write is alike by its nature; that it is noticed is shown elsewhere.
    private static async Task OrderAsync(AutopilotScreen autopilot, int steps, string author)
    {
        await autopilot.OrderAsync(steps, author);
        await autopilot.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Stop when a paragraph repeats an earlier one" }).UncheckAsync();
    }

    // A paragraph by the author's own pick, and one after it that the simulated author chose the plan of.
    private static async Task<GrownStory> ChosenAsync(World world)
    {
        var (story, opening) = await GrownStory.BeginAsync(world);
        var picked = await story.GrowAsync(opening, 1, "Main");
        var plan = new Plan("Main waits at the shore until the lamp is out. She counts the boats. One is missing, and she does not say so.", PlanSource.Autopilot);
        var choice = new PlanChoice(plan, AuthorKind.Simulated, 1)
        {
            Reason = "It keeps Mara at the water, where the last two choices led her, and lets the missing boat be found by her alone.",
            Offered = picked.Plans[0].Text,
            FollowedStepId = picked.Id,
            FollowedNumber = picked.Number,
        };
        var store = world.Services.GetRequiredService<IStoryStore>();
        var runId = Guid.CreateVersion7();
        _ = await store.ClaimAsync(runId, new RunRequest(picked.StoryId, RunKind.Step) { ParentId = picked.Id, Plan = plan, Choice = choice }, CancellationToken.None);
        await store.CommitAsync(
            runId,
            new StoryChange
            {
                Steps =
                [
                    new NewStep
                    {
                        Id = Guid.CreateVersion7(),
                        Plan = plan,
                        Paragraph = "She counted the boats twice. The lamp went out between the first count and the second, and by then there was one fewer, and nobody beside her to ask.",
                        Summary = "Mara counts the boats and finds that one is missing.",
                        ShortTermMemory = "A boat is missing, and only Mara knows.",
                        Plans = ["She rows out.", "She asks the boy.", "She goes home."],
                        Settings = new StorySettings(),
                        Model = "fake-writer",
                    },
                ],
                Exchanges = [],
            },
            CancellationToken.None);
        return story;
    }
}
