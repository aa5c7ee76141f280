using System.Text;
using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>A paragraph is changed by hand, whatever its length, and what hangs on it follows: its entry, memory, and the steps after it.</summary>
public sealed class EditingTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees.";
    private const string Gate = "The gate closed by itself at dawn.";
    private const string Well = "The boy waits by the well behind the house.";
    private const string Cistern = "The boy waits by the cistern behind the house.";
    private const string Key = "Mara carries the key of the tower.";
    private const string Memory = Gate + " " + Well;
    private const string Edited = "The boy waited by the cistern. Mara took the key of the tower from its nail. The gate stood open.";

    private static readonly FakeReply Reread = FakeReply.Of($"""
        Paragraph Summary:
        The boy waits by the cistern while Mara takes the key of the tower.

        Rationale:
        Dropped: the gate, because it stands open now. Reworded: the well, which is a cistern. Added: the key, because she will need it.

        Updated Memory:
        {Cistern} {Key}
        """);

    [Fact]
    public async Task AnEditInTheMiddle_ProposesMemory_AndOnlyWhatIsTakenIsSent()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WrittenToAsync(world, 5, Look.Wide);
        await desk.Memory.FillAsync(Memory);
        var older = await TextAsync(desk, 4);
        var (chats, embeddings) = (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count);
        world.Model.Enqueue(Reread);

        await EditAsync(desk, 4, Edited);
        var proposed = Proposed(desk);
        await Expect(proposed).ToHaveCountAsync(3);
        await Expect(proposed.Nth(0)).ToContainTextAsync("would be dropped: the gate, because it stands open now");
        await Expect(desk.Memory).ToHaveValueAsync(Memory);
        await Expect(desk.Paragraph(5)).ToContainTextAsync("written against the older text of paragraph 4");
        await ShowAsync(desk, "edit-proposed-wide-light");

        Assert.Equal((chats + 1, embeddings + 1), (world.Model.ChatRequests.Count, world.Model.EmbeddingRequests.Count));
        var reread = world.Model.ChatRequests[^1].User;
        Assert.Equal((older, Edited, Memory), (Part(reread, PartNames.OlderParagraph), Part(reread, PartNames.EditedParagraph), Part(reread, PartNames.ShortTermMemory)));
        Assert.Equal(["The boy waits by the cistern while Mara takes the key of the tower."], world.Model.EmbeddingRequests[^1].Inputs);

        await desk.Button($"Take into memory: {Cistern}").ClickAsync();
        await Expect(desk.Memory).ToHaveValueAsync($"{Gate} {Cistern}");
        await desk.Button($"Leave out of memory: {Key}").ClickAsync();
        await Expect(proposed).ToHaveCountAsync(1);
        await Expect(desk.Page.GetByText("saving…")).ToHaveCountAsync(0);
        var path = new Uri(desk.Page.Url).PathAndQuery;
        await desk.Page.CloseAsync();
        await world.RestartAsync();
        desk = new DeskScreen(await world.OpenAsync(path));
        await Expect(Proposed(desk)).ToHaveCountAsync(1);
        await desk.Button($"Leave out of memory: {Gate}").ClickAsync();
        await Expect(Proposed(desk)).ToHaveCountAsync(0);
        await ReloadAsync(desk);
        await Expect(desk.Memory).ToHaveValueAsync($"{Gate} {Cistern}");
        await Expect(Proposed(desk)).ToHaveCountAsync(0);
        await FindFittingAsync(desk, 5);
        await desk.OwnPlan.FillAsync("The boy waits by the cistern while Mara takes the key of the tower.");
        await desk.Button("Write my plan").ClickAsync();
        await WritingTests.WrittenAsync(desk, 6);
        var next = world.Model.ChatRequests[^1].User;
        Assert.Equal($"{Gate} {Cistern}", Part(next, PartNames.ShortTermMemory));
        Assert.Contains("The boy waits by the cistern while Mara takes the key of the tower.", Part(next, PartNames.Recalled), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextLongerThanAMessage_IsSavedByteForByte()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var text = LongText(300_000);

        await desk.Button("Edit paragraph 3").ClickAsync();
        var box = desk.Manuscript.GetByRole(AriaRole.Textbox);
        await Expect(box).ToBeFocusedAsync();
        await desk.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await desk.Page.EvaluateAsync("text => navigator.clipboard.writeText(text)", text);
        await desk.Page.Keyboard.PressAsync("Control+A");
        await desk.Page.Keyboard.PressAsync("Control+V");
        await desk.Button("Save").ClickAsync();
        await Expect(box).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await ReloadAsync(desk);

        await desk.Button("Edit paragraph 3").ClickAsync();
        Assert.Equal(text, await box.InputValueAsync());
        Assert.Equal(text, Part(world.Model.ChatRequests[^1].User, PartNames.EditedParagraph));
        await desk.Button("Cancel").ClickAsync();
        await Expect(box).ToHaveCountAsync(0);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        Assert.Equal(text, Part(world.Model.ChatRequests[^1].User, PartNames.LastParagraph));
    }

    [Fact]
    public async Task EarlierTexts_AreShownAndBroughtBack_AndTheMarkGoesByItself()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WrittenToAsync(world, 4, Look.WideDark);
        var written = await TextAsync(desk, 3);
        await SwitchRereadingOffAsync(desk);
        await EditAsync(desk, 3, $"Behind the mill, {written}");
        await Expect(desk.Paragraph(4)).ToContainTextAsync("written against the older text of paragraph 3");

        await desk.Button("More of paragraph 3").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Earlier texts" }).ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Earlier texts of paragraph 3" });
        await Expect(dialog.GetByText("as it was written")).ToBeVisibleAsync();
        await ShowAsync(desk, "edit-earlier-texts-wide-dark");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Restore" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);

        Assert.Equal(written, await TextAsync(desk, 3));
        await Expect(desk.Paragraph(4)).Not.ToContainTextAsync("written against");
        await Expect(desk.Paragraph(3)).Not.ToContainTextAsync("its summary");
    }

    [Fact]
    public async Task SwitchedOff_NothingIsAsked_UntilTheAuthorHasItReadAgain()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WrittenToAsync(world, 4, Look.Phone);
        await SwitchRereadingOffAsync(desk);
        var sent = world.Model.Requests.Count;

        await EditAsync(desk, 3, Edited);
        await Expect(desk.Paragraph(3)).ToContainTextAsync("its summary is of the older text");
        await desk.Paragraph(3).ScrollIntoViewIfNeededAsync();
        await ShowAsync(desk, "edit-marks-phone-light");
        Assert.Equal(sent, world.Model.Requests.Count);
        world.Model.Enqueue(Reread);
        await desk.Button("Read it again: paragraph 3").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("The edited paragraph was read again");
        await Expect(desk.Paragraph(3)).Not.ToContainTextAsync("its summary");

        Assert.Equal(sent + 2, world.Model.Requests.Count);
    }

    [Fact]
    public async Task OnlyPunctuation_IsSavedAndNothingIsAsked()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WrittenToAsync(world, 4, Look.Wide);
        var sent = world.Model.Requests.Count;
        var text = await TextAsync(desk, 4);

        await EditAsync(desk, 4, text.Replace(". ", " …\n\n", StringComparison.Ordinal));
        await Expect(desk.Status).ToContainTextAsync("The paragraph is saved");

        await Expect(desk.Paragraph(4)).Not.ToContainTextAsync("its summary");
        Assert.Equal(sent, world.Model.Requests.Count);
    }

    [Fact]
    public async Task WhileAParagraphIsReadAgain_TheDeskGoesOn_AndAFailureLeavesTheEdit()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await WrittenToAsync(world, 4, Look.Wide);
        world.Model.Enqueue(FakeReply.HoldAfter(2, out var hold));
        await EditAsync(desk, 4, Edited);
        await hold.Reached;

        await Expect(desk.Status).ToContainTextAsync("Reading paragraph 4 again");
        await desk.Memory.FillAsync("Typed meanwhile.");
        await desk.Button("Edit paragraph 3").ClickAsync();
        var box = desk.Manuscript.GetByRole(AriaRole.Textbox);
        await box.FillAsync("Saved meanwhile.");
        await ShowAsync(desk, "edit-while-read-again-wide-light");
        world.Model.Enqueue(FakeReply.Failing(400, """{"error":{"message":"The prompt is too long."}}"""));
        await desk.Button("Save").ClickAsync();
        await Expect(box).ToHaveCountAsync(0);
        await Expect(desk.Paragraph(3)).ToContainTextAsync("Saved meanwhile.");
        hold.Release();

        await Expect(desk.Paragraph(3)).ToContainTextAsync("its summary is of the older text");
        await Expect(desk.Status).Not.ToContainTextAsync("Reading paragraph");
        await Expect(desk.Button("Read it again: paragraph 3")).ToBeEnabledAsync();
        await Expect(desk.Paragraph(4)).Not.ToContainTextAsync("its summary");
        await Expect(desk.Memory).ToHaveValueAsync("Typed meanwhile.");
        await Expect(desk.Paragraph(4)).ToContainTextAsync("The boy waited by the cistern.");
    }

    [Fact]
    public async Task Escape_OnAChangedText_AsksBeforeItIsLost()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await Expect(desk.Page.Locator("html[data-shortcuts]")).ToBeAttachedAsync();
        await desk.Button("Edit paragraph 3").ClickAsync();
        var box = desk.Manuscript.GetByRole(AriaRole.Textbox);
        await Expect(box).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("End");
        await desk.Page.Keyboard.TypeAsync(" And more.");

        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Button("Drop my changes")).ToBeVisibleAsync();
        await ShowAsync(desk, "edit-escape-wide-light");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Button("Drop my changes")).ToHaveCountAsync(0);
        await Expect(box).ToBeFocusedAsync();
        Assert.EndsWith(" And more.", await box.InputValueAsync(), StringComparison.Ordinal);
        await desk.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(box).ToHaveCountAsync(0);
        await Expect(desk.Paragraph(3)).ToContainTextAsync("And more.");
    }

    private static ILocator Proposed(DeskScreen desk) =>
        desk.Page.GetByRole(AriaRole.List, new() { Name = "Your edit of paragraph 4 would change memory" }).GetByRole(AriaRole.Listitem);

    private static async Task<DeskScreen> WrittenToAsync(World world, int last, Look look)
    {
        var desk = await world.BeginStoryAsync(Premise, look);
        for (var number = 4; number <= last; number++)
        {
            if (look.IsPhone)
            {
                await desk.Page.GetByRole(AriaRole.Tab, new() { Name = "Plans" }).ClickAsync();
            }

            await desk.Write(1).ClickAsync();
            await Expect(desk.Paragraphs).ToHaveCountAsync(number, new() { Timeout = 20_000 });
            await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        }

        return desk;
    }

    private static async Task EditAsync(DeskScreen desk, int number, string text)
    {
        await desk.Button($"Edit paragraph {number}").ClickAsync();
        await desk.Manuscript.GetByRole(AriaRole.Textbox).FillAsync(text);
        await desk.Button("Save").ClickAsync();
        await Expect(desk.Manuscript.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
    }

    private static async Task SwitchRereadingOffAsync(DeskScreen desk)
    {
        await desk.Button("Story settings").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Read a paragraph again after I edit it" }).UncheckAsync();
        await desk.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(desk.Status).ToContainTextAsync("Settings saved");
    }

    private static async Task FindFittingAsync(DeskScreen desk, int number)
    {
        await desk.Button($"It still fits: paragraph {number}").ClickAsync();
        await Expect(desk.Paragraph(number)).Not.ToContainTextAsync("written against");
        await ReloadAsync(desk);
        await Expect(desk.Paragraph(number)).Not.ToContainTextAsync("written against");
    }

    private static async Task<string> TextAsync(DeskScreen desk, int number)
    {
        await desk.Button($"Edit paragraph {number}").ClickAsync();
        var text = await desk.Manuscript.GetByRole(AriaRole.Textbox).InputValueAsync();
        await desk.Button("Cancel").ClickAsync();
        await Expect(desk.Manuscript.GetByRole(AriaRole.Textbox)).ToHaveCountAsync(0);
        return text;
    }

    private static async Task ReloadAsync(DeskScreen desk)
    {
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
    }

    private static async Task ShowAsync(DeskScreen desk, string picture)
    {
        await Pictures.SaveAsync(desk.Page, picture);
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
    }

    // Words of several scripts, signs beyond the first 65,536, marks that a format could take for its own, and lines of every length.
    private static string LongText(int length)
    {
        var text = new StringBuilder();
        for (var line = 0; text.Length < length; line++)
        {
            text.Append(line).Append(": she wrote “*word*” — 第二行，\U0001F3EE ===== & <b>ünd</b>").Append(line % 7 == 0 ? "\n\n" : "\n");
        }

        return text.ToString();
    }

    private static string Part(string user, string name) => Marks.TryRead(user, name, out var text) ? text : throw new InvalidOperationException($"'{name}' was not sent.");
}
