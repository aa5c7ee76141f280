using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using RecurrentGpt.Play;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.People;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>From the draft to a play and back: how it is begun, what the desk says of it, and what is shared.</summary>
public sealed class PlayBridgeTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task ANewInteractiveStory_AsksHowItIsPlayedAndOpensOnItsPage()
    {
        await using var world = await World.StartAsync(browser);
        var page = await world.OpenAsync("/new");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Premise" }).FillAsync("A keeper answers a lamp on the sea floor.");
        await Expect(page.GetByRole(AriaRole.Radiogroup)).ToHaveCountAsync(1);

        await page.GetByRole(AriaRole.Radio, new() { Name = "Interactive fiction" }).CheckAsync();
        await Radio(page, "Length", "Short, 12 turns").CheckAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Radio(page, "The story speaks to you as", "I open the door")).ToBeCheckedAsync();
        await LookAsync(page, "new-interactive");
        Assert.Empty(world.Model.ChatRequests);

        await page.GetByRole(AriaRole.Button, new() { Name = "Write the opening" }).ClickAsync();
        // Asked of the page again and again: Playwright's own wait for an address looks first and listens then, and misses a change in between.
        await page.WaitForFunctionAsync("() => location.pathname.startsWith('/play/')");

        var id = Guid.Parse((await page.EvaluateAsync<string>("location.pathname"))[^36..]);
        await Expect(page).ToHaveURLAsync($"/play/{id}");
        var story = await world.Services.GetRequiredService<IStoryStore>().FindStoryAsync(id, CancellationToken.None);
        Assert.Equal(new PlaySettings { Length = PlayLength.Short, Person = PlayPerson.First }, story?.Settings.Play);

        await (world.Services.GetRequiredService<Study>().Runner.Find(id)?.Completion ?? Task.CompletedTask);
        await PlayAsync(world, id, new PlayTurn(TurnKind.Action, 1, story!.Settings.Play), new Plan("Knock on the glass.", PlanSource.Own));
        await World.GoToAsync(page, "/");
        await Expect(page.GetByText("Turn 1 of 12")).ToBeVisibleAsync();
        await LookAsync(page, "library-interactive");
        await page.GetByRole(AriaRole.Button, new() { Name = "on the desk" }).ClickAsync();

        var desk = new DeskScreen(page);
        await Expect(desk.Paragraph(4)).ToContainTextAsync("The reader did: Knock on the glass.");
        await desk.Paragraph(4).ScrollIntoViewIfNeededAsync();
        await LookAsync(page, "desk-interactive");
        await page.GetByRole(AriaRole.Link, new() { Name = "Play", Exact = true }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"/play/{id}");
        await Expect(desk.Title).Not.ToBeEmptyAsync();
    }

    [Fact]
    public async Task AStepOfADraft_IsPlayedFromAndWhatWasPlayedIsToldOnTheDeskAndShared()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A keeper answers a lamp on the sea floor.");
        var page = desk.Page;
        var id = Guid.Parse(page.Url[^36..]);
        var marks = new MarksScreen(desk);
        await desk.Button("More of paragraph 2").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Lock" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Menuitem, new() { Name = "Play from here" })).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");

        await marks.ChooseAsync(3, "Play from here");
        var head = (await world.Services.GetRequiredService<IStoryStore>().FindStoryAsync(id, CancellationToken.None))!.HeadId;
        await Expect(page).ToHaveURLAsync($"/play/{id}?from={head}");
        await Expect(desk.Title).Not.ToBeEmptyAsync();
        Assert.Single(world.Model.ChatRequests);

        await PlayAsync(world, id, new PlayTurn(TurnKind.Entry, 0, new PlaySettings()), new Plan("The reader enters the story here.", PlanSource.Arc));
        await PlayAsync(world, id, new PlayTurn(TurnKind.Action, 1, new PlaySettings()), new Plan("Row out to the lamp and knock on the glass.", PlanSource.Own));
        await World.GoToAsync(page, $"/stories/{id}");
        await Expect(desk.Paragraph(4)).ToContainTextAsync("The reader enters the story here.");
        await Expect(desk.Paragraph(5)).ToContainTextAsync("The reader did: Row out to the lamp and knock on the glass.");
        await desk.Paragraph(5).ScrollIntoViewIfNeededAsync();
        await Pictures.SaveAsync(page, "desk-played-wide-light");

        var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync("address => { location.href = address; }", $"/play/{id}/export"));
        var markdown = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.Contains("\n\n> Row out to the lamp and knock on the glass.\n\n", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("The reader enters the story here.", markdown, StringComparison.Ordinal);
    }

    private static ILocator Radio(IPage page, string group, string name) =>
        page.GetByRole(AriaRole.Radiogroup, new() { Name = group }).GetByRole(AriaRole.Radio, new() { Name = name, Exact = true });

    private static async Task PlayAsync(World world, Guid storyId, PlayTurn turn, Plan plan)
    {
        var head = (await world.Services.GetRequiredService<IStoryStore>().FindStoryAsync(storyId, CancellationToken.None))!.HeadId;
        var request = new RunRequest(storyId, RunKind.Step) { ParentId = head, Plan = plan, Turn = turn };
        var run = await world.Services.GetRequiredService<Study>().Runner.StartAsync(request, CancellationToken.None);
        Assert.Equal(RunState.Done, (await run!.Completion).State);
    }

    private static async Task LookAsync(IPage page, string name)
    {
        foreach (var look in Look.All.Where(look => look != Look.PhoneDark))
        {
            await page.EmulateMediaAsync(new() { ColorScheme = look.Theme });
            await page.SetViewportSizeAsync(look.Width, look.Height);
            await Pictures.SaveAsync(page, $"{name}-{look.Name}");
            Assert.Empty(await Accessibility.FaultsOfAsync(page));
        }

        await page.EmulateMediaAsync(new() { ColorScheme = Look.Wide.Theme });
        await page.SetViewportSizeAsync(Look.Wide.Width, Look.Wide.Height);
    }
}
