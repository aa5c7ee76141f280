using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Words are marked in the manuscript and written again on an instruction: shown as a diff, taken in part or not at all, and sent as the screen says.</summary>
public sealed class RewriteTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "A lighthouse keeper finds a door at the bottom of the tide pool.";
    private const string Added = ", barely breathing.";
    private const string Refused = "nothing whatever.";

    public static TheoryData<string> Looks => [Look.Wide.Name, Look.Phone.Name];

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Rewrite_OneChangeTakenAndOneRefused_StandsAndIsSentSo(string look)
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise, Look.All.Single(one => one.Name == look));
        var (text, passage) = await PassageAsync(desk);
        world.Model.Enqueue(FakeReply.Of($"Rewritten Passage:\n{Rewritten(passage)}"));

        await MarkAsync(desk, passage);
        await Expect(Bar(desk)).ToBeVisibleAsync();
        await LookAsync(desk, $"rewrite-bar-{look}");
        await Bar(desk).GetByRole(AriaRole.Textbox, new() { Name = "Instruction" }).FillAsync("Closer to her. ===== end of it");
        await Bar(desk).GetByRole(AriaRole.Button, new() { Name = "Rewrite", Exact = true }).ClickAsync();
        await Expect(Proposal(desk)).ToBeVisibleAsync();

        Assert.Equal(("Closer to her. ===== end of it", passage), (Sent(world, PartNames.Instruction), Sent(world, PartNames.Passage)));
        Assert.Equal(text, Sent(world, PartNames.BeforePassage) + passage + Sent(world, PartNames.AfterPassage));
        await Proposal(desk).ScrollIntoViewIfNeededAsync();
        await LookAsync(desk, $"rewrite-proposal-{look}");
        await desk.Button("Accept change 1").ClickAsync();
        await Expect(Proposal(desk).GetByRole(AriaRole.Group, new() { Name = "Change 1 of 2, accepted" })).ToBeVisibleAsync();
        await desk.Button("Reject change 2").ClickAsync();
        await Expect(Proposal(desk)).ToHaveCountAsync(0);

        var expected = text.Replace(passage, Half(passage), StringComparison.Ordinal);
        await Expect(Prose(desk)).ToHaveTextAsync(expected);
        await LookAsync(desk, $"rewrite-taken-{look}");
        var asked = world.Model.ChatRequests.Count;
        await WriteAsync(desk, look);
        Assert.Equal(expected, SentBy(world.Model.ChatRequests[^1], PartNames.LastParagraph));
        Assert.All(world.Model.ChatRequests.Skip(asked), request => Assert.DoesNotContain(Refused, request.User, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Marked_BeforeTheScriptHasCome_IsOfferedThen()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var (_, passage) = await PassageAsync(desk);
        var isMarked = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/js/rewrite*.js", async route =>
        {
            await isMarked.Task;
            await route.ContinueAsync();
        });

        await World.GoToAsync(desk.Page, new Uri(desk.Page.Url).AbsolutePath);
        await Expect(Prose(desk)).ToBeVisibleAsync();
        await MarkAsync(desk, passage);
        isMarked.SetResult();

        await Expect(Bar(desk)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task RejectAll_LeavesEveryByteAndIsInNoLaterRequest()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var (text, passage) = await PassageAsync(desk);
        await ProposeAsync(world, desk, passage);
        var asked = world.Model.ChatRequests.Count;

        await desk.Button("Reject all").ClickAsync();

        await Expect(Proposal(desk)).ToHaveCountAsync(0);
        await Expect(Prose(desk)).ToHaveTextAsync(text);
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(Prose(desk)).ToHaveTextAsync(text);
        await Expect(desk.Paragraph(3).GetByText("edited", new() { Exact = true })).ToHaveCountAsync(0);
        await WriteAsync(desk, Look.Wide.Name);
        Assert.Equal(text, Sent(world, PartNames.LastParagraph));
        Assert.All(world.Model.ChatRequests.Skip(asked), request => Assert.DoesNotContain(Refused, request.User, StringComparison.Ordinal));
        Assert.Equal(asked + 1, world.Model.ChatRequests.Count);
    }

    [Fact]
    public async Task Proposal_AfterARestart_IsStillThereAndCanBeTakenByKeyboard()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var (text, passage) = await PassageAsync(desk);
        await ProposeAsync(world, desk, passage);
        var path = new Uri(desk.Page.Url).AbsolutePath;

        await world.RestartAsync();
        desk = new DeskScreen(await world.OpenAsync(path));
        await Proposal(desk).GetByRole(AriaRole.Group, new() { Name = "Change 1 of 2, not answered" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(Proposal(desk).GetByRole(AriaRole.Group, new() { Name = "Change 2 of 2, not answered" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("r");
        await Expect(Proposal(desk).GetByRole(AriaRole.Group, new() { Name = "Change 1 of 2, not answered" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("a");

        await Expect(Prose(desk)).ToHaveTextAsync(text.Replace(passage, Half(passage), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rewrite_WholeParagraphByKeyboard_FailsAtTheParagraphAndIsTriedAgain()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var (text, _) = await PassageAsync(desk);
        world.Model.Enqueue(FakeReply.Failing(401));
        world.Model.Enqueue(FakeReply.Of("Rewritten Passage:\nShe did not go in."));

        await desk.Button("More of paragraph 3").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Menuitem).First).ToBeFocusedAsync();
        await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Rewrite…" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Bar(desk).GetByRole(AriaRole.Textbox, new() { Name = "Instruction" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("One sentence");
        await desk.Page.Keyboard.PressAsync("Enter");

        var failed = desk.Page.GetByRole(AriaRole.Group, new() { Name = "Paragraph 3 could not be rewritten" });
        await Expect(failed).ToContainTextAsync("key");
        await LookAsync(desk, "rewrite-failed-wide-light");
        await failed.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Expect(Proposal(desk)).ToBeVisibleAsync();
        Assert.Equal(text, Sent(world, PartNames.Passage));
        await desk.Button("Accept all").ClickAsync();
        await Expect(Prose(desk)).ToHaveTextAsync("She did not go in.");
    }

    [Fact]
    public async Task LockedParagraph_TakesNoProposalAndOffersNoRewritingUntilItIsUnlocked()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var marks = new MarksScreen(desk);
        var (text, passage) = await PassageAsync(desk);
        await ProposeAsync(world, desk, passage);

        await marks.ChooseAsync(3, "Lock");
        await Expect(desk.Button("Accept all")).ToBeDisabledAsync();
        await Expect(desk.Button("Accept change 1")).ToBeDisabledAsync();
        await Expect(Proposal(desk)).ToContainTextAsync("The paragraph is locked");
        await LookAsync(desk, "rewrite-locked-wide-light");
        await desk.Button("Reject all").ClickAsync();

        await Expect(Proposal(desk)).ToHaveCountAsync(0);
        await Expect(desk.Paragraph(3).Locator(".prose")).ToHaveTextAsync(text);
        await Expect(desk.Paragraph(3).Locator("[data-passage]")).ToHaveCountAsync(0);
        await desk.Button("More of paragraph 3").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Unlock" })).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Rewrite…" })).ToHaveCountAsync(0);
        await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Unlock" }).ClickAsync();
        await Expect(Prose(desk)).ToHaveTextAsync(text);
        await MarkAsync(desk, passage);
        await Expect(Bar(desk)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Stop_WhileAPassageIsRewritten_LeavesTheParagraph()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var (text, passage) = await PassageAsync(desk);
        var hold = new FakeHold();
        world.Model.Enqueue(FakeReply.Of("Rewritten Passage:\nShe waits.") with { Hold = hold, After = 1 });

        await MarkAsync(desk, passage);
        await Bar(desk).GetByRole(AriaRole.Button, new() { Name = "Slower" }).ClickAsync();
        await hold.Reached;
        await Expect(desk.Paragraph(3)).ToContainTextAsync("Rewriting a passage…");
        await LookAsync(desk, "rewrite-running-wide-light");
        await desk.Button("Stop rewriting").ClickAsync();

        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        hold.Release();
        await Expect(Prose(desk)).ToHaveTextAsync(text);
        await Expect(Proposal(desk)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Mark_WithTheMouse_TakesTheWordAndGoesAwayWithIt()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        world.Model.Enqueue(FakeReply.Of("Rewritten Passage:\nOnce"));

        var first = (await Prose(desk).InnerTextAsync()).Split(' ')[0];
        await Prose(desk).DblClickAsync(new() { Position = new() { X = 12, Y = 14 } });
        await Expect(Bar(desk)).ToBeVisibleAsync();
        await desk.Title.ClickAsync();
        await Expect(Bar(desk)).ToHaveCountAsync(0);
        await Prose(desk).DblClickAsync(new() { Position = new() { X = 12, Y = 14 } });
        await Bar(desk).GetByRole(AriaRole.Button, new() { Name = "Plainer" }).ClickAsync();
        await Expect(Proposal(desk)).ToBeVisibleAsync();

        Assert.Equal((first, "Plainer"), (Sent(world, PartNames.Passage), Sent(world, PartNames.Instruction)));
    }

    private static ILocator Bar(DeskScreen desk) => desk.Page.GetByRole(AriaRole.Group, new() { Name = "Rewrite the passage" });

    private static ILocator Proposal(DeskScreen desk) => desk.Page.GetByRole(AriaRole.Group, new() { Name = "Proposal for paragraph 3" });

    private static ILocator Prose(DeskScreen desk) => desk.Paragraph(3).Locator("[data-passage] .prose");

    // The first two sentences: one change goes into each of them.
    private static string Rewritten(string passage) => Half(passage)[..(Half(passage).LastIndexOf(' ') + 1)] + Refused;

    private static string Half(string passage)
    {
        var end = passage.IndexOf(". ", StringComparison.Ordinal);
        return passage[..end] + Added + passage[(end + 1)..];
    }

    private static async Task<(string Text, string Passage)> PassageAsync(DeskScreen desk)
    {
        var text = await Prose(desk).InnerTextAsync();
        var sentences = text.Split(". ");
        return (text, $"{sentences[1]}. {sentences[2]}.");
    }

    // A finger and a mouse end in the same: a selection of the page.
    private static async Task MarkAsync(DeskScreen desk, string words) => await Prose(desk).EvaluateAsync(
        """
        (prose, words) => {
          const text = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT).nextNode();
          const start = text.data.indexOf(words);
          getSelection().setBaseAndExtent(text, start, text, start + words.length);
        }
        """,
        words);

    private static async Task ProposeAsync(World world, DeskScreen desk, string passage)
    {
        world.Model.Enqueue(FakeReply.Of($"Rewritten Passage:\n{Rewritten(passage)}"));
        await MarkAsync(desk, passage);
        await Bar(desk).GetByRole(AriaRole.Button, new() { Name = "More menace" }).ClickAsync();
        await Expect(Proposal(desk)).ToBeVisibleAsync();
    }

    private static async Task WriteAsync(DeskScreen desk, string look)
    {
        if (look == Look.Phone.Name)
        {
            await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
        }

        await desk.Write(1).ClickAsync();
        await Expect(desk.Paragraph(4)).ToBeVisibleAsync(new() { Timeout = 15_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
    }

    private static Task LookAsync(DeskScreen desk, string name) => Appearance.CheckAsync(desk.Page, name);

    private static string Sent(World world, string part) => SentBy(world.Model.ChatRequests[^1], part);

    private static string SentBy(RecordedChatRequest request, string part) => Marks.TryRead(request.User, part, out var text) ? text : "";
}
