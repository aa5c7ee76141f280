using Microsoft.Playwright;
using RecurrentGpt.Faults.Tab;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>What is typed outlives the tab and its connection, and the page comes back by itself.</summary>
public sealed class TabTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "A lighthouse keeper finds a door at the bottom of the tide pool.";

    [Fact]
    public async Task ConnectionCut_WhatIsTypedIsStoredWhenItIsBack_AndNothingElseSeemsToWork()
    {
        await using var world = await World.StartAsync(browser);
        var begun = await world.BeginStoryAsync(Premise);
        await using var network = new CutProxy(() => new Uri(new Uri(begun.Page.Url).GetLeftPart(UriPartial.Authority)));
        var path = new Uri(begun.Page.Url).PathAndQuery;
        var desk = new DeskScreen(await world.OpenAsync(new Uri(network.Address, path).ToString()));
        var chats = world.Model.ChatRequests.Count;
        var banner = desk.Page.GetByText("The connection is away");
        await desk.OwnPlan.PressSequentiallyAsync("She climbs");

        network.Reset();
        await Expect(banner).ToBeVisibleAsync();
        await desk.OwnPlan.PressSequentiallyAsync(" down the well");
        await desk.Write(1).ClickAsync();
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        await Appearance.CheckAsync(desk.Page, "connection-away-wide-light");
        await desk.Page.SetViewportSizeAsync(Look.Phone.Width, Look.Phone.Height);
        await Pictures.SaveAsync(desk.Page, "connection-away-phone-light");
        await desk.Page.SetViewportSizeAsync(Look.Wide.Width, Look.Wide.Height);
        network.Pass();
        await desk.Button("Try now").PressAsync("Enter");

        await Expect(banner).ToBeHiddenAsync();
        await Expect(desk.OwnPlan).ToHaveAttributeAsync("data-stored", KeptMark("She climbs down the well"));
        await Expect(desk.OwnPlan).ToHaveValueAsync("She climbs down the well");
        Assert.Equal(chats, world.Model.ChatRequests.Count);
        await World.GoToAsync(begun.Page, path);
        await Expect(begun.OwnPlan).ToHaveValueAsync("She climbs down the well");
    }

    [Fact]
    public async Task TabAsleep_WhatNobodyHeardBefore_IsStoredWhenItWakes_AndALateAnswerDoesNotTakeItAway()
    {
        await using var world = await World.StartAsync(browser);
        var begun = await world.BeginStoryAsync(Premise);
        await using var network = new CutProxy(() => new Uri(new Uri(begun.Page.Url).GetLeftPart(UriPartial.Authority)));
        var desk = new DeskScreen(await world.OpenAsync(new Uri(network.Address, new Uri(begun.Page.Url).PathAndQuery).ToString()));
        await desk.OwnPlan.PressSequentiallyAsync("She climbs");
        await desk.OwnPlan.EvaluateAsync("(box) => { box.value = 'She clim'; }");
        await Expect(desk.OwnPlan).ToHaveValueAsync("She climbs");
        await Expect(desk.OwnPlan).ToHaveAttributeAsync("data-stored", KeptMark("She climbs"));

        network.FallSilent();
        await desk.OwnPlan.PressSequentiallyAsync(" down");
        await desk.Page.EvaluateAsync("() => { const now = Date.now.bind(Date); Date.now = () => now() + 3_600_000; }");
        network.Reset();
        await Expect(desk.Page.GetByText("The connection is away")).ToBeVisibleAsync();
        network.Pass();
        await desk.Button("Try now").PressAsync("Enter");

        await Expect(desk.OwnPlan).ToHaveAttributeAsync("data-stored", KeptMark("She climbs down"));
        await Expect(desk.OwnPlan).ToHaveValueAsync("She climbs down");
    }

    [Fact]
    public async Task OpenEditor_ReloadedOrBroken_ComesBackWithItsText_AndBesideWhatAnotherTabSaved()
    {
        await using var world = await World.StartAsync(browser);
        var mine = await world.BeginStoryAsync(Premise);
        var path = new Uri(mine.Page.Url).PathAndQuery;
        await EditAsync(mine, "Mine, and not saved.");

        var theirs = new DeskScreen(await mine.Page.Context.NewPageAsync());
        await World.GoToAsync(theirs.Page, path);
        await EditAsync(theirs, "Theirs.");
        await theirs.Button("Save").ClickAsync();
        await Expect(theirs.Paragraph(2)).ToContainTextAsync("Theirs.");
        await Expect(Editor(theirs)).ToHaveCountAsync(0);
        await Expect(Editor(mine)).ToHaveValueAsync("Mine, and not saved.");

        // As Blazor shows it when an error has ended the circuit: the page opens itself anew.
        await mine.Page.EvaluateAsync("document.documentElement.dataset.old = ''; document.getElementById('blazor-error-ui').style.display = 'block'");
        await Pictures.SaveAsync(mine.Page, "page-broken-wide-light");
        await Expect(mine.Page.Locator("html:not([data-old])")).ToBeAttachedAsync();
        await Expect(Editor(mine)).ToHaveValueAsync("Mine, and not saved.");
        await Expect(mine.Paragraph(2).GetByRole(AriaRole.Alert)).ToContainTextAsync("changed in another tab");
        await Expect(mine.Paragraph(2).Locator("blockquote")).ToHaveTextAsync("Theirs.");
        await Expect(Editor(mine)).ToBeInViewportAsync();
        await Pictures.SaveAsync(mine.Page, "kept-conflict-wide-light");

        await mine.Button("Save mine over it").ClickAsync();
        await Expect(Editor(mine)).ToHaveCountAsync(0);
        await World.GoToAsync(mine.Page, path);
        await Expect(mine.Paragraph(2)).ToContainTextAsync("Mine, and not saved.");
        await Expect(Editor(mine)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task ClosedTab_LeftATextThatWasStored_IsNotOfferedBesideWhatIsTypedOnIt()
    {
        const string Kept = "kept:0123456789abcdef:";
        await using var world = await World.StartAsync(browser);
        var closed = await world.BeginStoryAsync(Premise);
        var path = new Uri(closed.Page.Url).PathAndQuery;
        await closed.OwnPlan.PressSequentiallyAsync("She climbs");
        await Expect(closed.OwnPlan).ToHaveAttributeAsync("data-stored", KeptMark("She climbs"));
        var slot = Kept + await closed.OwnPlan.GetAttributeAsync("data-keep");
        await closed.Page.EvaluateAsync("slot => localStorage.setItem(slot, JSON.stringify({ text: 'She climbs', base: '0-811c9dc5', been: [], at: Date.now() }))", slot);
        var page = await closed.Page.Context.NewPageAsync();
        await closed.Page.CloseAsync();

        await World.GoToAsync(page, path);
        var desk = new DeskScreen(page);
        await desk.OwnPlan.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" down");
        await page.WaitForFunctionAsync("slot => localStorage.getItem(slot) === null", slot);
        await page.Keyboard.TypeAsync(" the well");

        await Expect(desk.OwnPlan).ToHaveAttributeAsync("data-stored", KeptMark("She climbs down the well"));
    }

    [Fact]
    public async Task NewStory_TabClosed_ItsTextsAreThereInTheNextOne_UntilTheStoryIsBegun()
    {
        await using var world = await World.StartAsync(browser);
        var page = await world.OpenAsync("/new");
        await Field(page, "Premise").FillAsync(Premise);
        await Field(page, "Title").FillAsync("The tide door");
        await page.GetByRole(AriaRole.Button, new() { Name = "Start from my own text" }).ClickAsync();
        await Field(page, "Your opening").FillAsync("The tide went out, and the door stood open.");
        await page.CloseAsync(new() { RunBeforeUnload = true });

        var next = await page.Context.NewPageAsync();
        await World.GoToAsync(next, "/new");
        await Expect(Field(next, "Premise")).ToHaveValueAsync(Premise);
        await Expect(Field(next, "Title")).ToHaveValueAsync("The tide door");
        await Expect(Field(next, "Your opening")).ToHaveValueAsync("The tide went out, and the door stood open.");

        await next.GetByRole(AriaRole.Button, new() { Name = "Use my opening" }).ClickAsync();
        await Expect(new DeskScreen(next).Paragraphs.First).ToBeVisibleAsync();
        Assert.Equal("[]", await next.EvaluateAsync<string>("JSON.stringify(Object.keys(localStorage).filter((name) => name.includes('new/')))"));
    }

    private static async Task EditAsync(DeskScreen desk, string text)
    {
        await desk.Button("Edit paragraph 2").ClickAsync();
        await Expect(Editor(desk)).ToBeEditableAsync();
        await Editor(desk).FillAsync(text);
    }

    private static ILocator Editor(DeskScreen desk) => desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Text of paragraph 2" });

    private static ILocator Field(IPage page, string name) => page.GetByLabel(name, new() { Exact = true });

    private static string KeptMark(string text) => text.Aggregate(0x811c9dc5, (hash, letter) => unchecked((hash ^ letter) * 0x01000193), hash => $"{text.Length}-{hash:x}");
}
