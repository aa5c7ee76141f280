using Microsoft.Playwright;
using RecurrentGpt.FakeModel;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>The desk without a mouse.</summary>
public sealed class KeyboardTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    [Fact]
    public async Task ThePerson_WritesStopsUndoesAndRedoesByKeys()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginByHandAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        var keys = desk.Page.Keyboard;
        await Expect(desk.Page.Locator("html[data-shortcuts]")).ToBeAttachedAsync();

        await keys.PressAsync("Alt+2");
        await Expect(desk.Plan(2)).ToBeFocusedAsync();
        var plan = await desk.Plan(2).InputValueAsync();
        await keys.PressAsync("Control+Enter");
        await WritingTests.WrittenAsync(desk, 4);
        Assert.True(Marks.TryRead(world.Model.ChatRequests[^1].User, PartNames.Plan, out var sent));
        Assert.Equal(plan, sent);

        await desk.Title.FocusAsync();
        await keys.PressAsync("Control+z");
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await Expect(desk.Button("Redo")).ToBeEnabledAsync();
        await keys.PressAsync("Control+Shift+Z");
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);

        world.Model.Enqueue(FakeReply.HoldAfter(2, out var hold));
        await keys.PressAsync("Alt+0");
        await Expect(desk.OwnPlan).ToBeFocusedAsync();
        await keys.TypeAsync("The tide turns.");
        await keys.PressAsync("Control+Enter");
        await hold.Reached;
        await Expect(desk.Button("Stop")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task AnOwnPlan_IsWrittenByKeysThatAreAheadOfThePage()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");
        await Expect(desk.Page.Locator("html[data-shortcuts]")).ToBeAttachedAsync();

        // All in one turn of the page's own loop: the server cannot have heard of the text when the keys come.
        await desk.OwnPlan.EvaluateAsync("""
            box => {
              box.focus();
              box.value = "The tide turns.";
              box.dispatchEvent(new Event("input", { bubbles: true }));
              box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true }));
            }
            """);
        await WritingTests.WrittenAsync(desk, 4);

        Assert.True(Marks.TryRead(world.Model.ChatRequests[^1].User, PartNames.Plan, out var sent));
        Assert.Equal("The tide turns.", sent);
    }

    [Fact]
    public async Task TheQuestionMark_ListsTheShortcuts()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");

        await Expect(desk.Page.Locator("html[data-shortcuts]")).ToBeAttachedAsync();
        await desk.Title.FocusAsync();
        await desk.Page.Keyboard.PressAsync("?");

        var dialog = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keyboard shortcuts" });
        await Expect(dialog).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await Pictures.SaveAsync(desk.Page, "shortcuts-wide-light");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task StorySettings_ChangeWhatTheNextStepIsAskedFor()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("A lighthouse keeper finds a door at the bottom of the tide pool.");

        await desk.Button("Story settings").ClickAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Story settings" });
        await Expect(dialog).ToBeVisibleAsync();
        await Pictures.SaveAsync(desk.Page, "story-settings-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
        await dialog.Locator("#ParagraphSentences").FillAsync("7");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(dialog).ToHaveCountAsync(0);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);

        Assert.Contains("about 7 sentences", world.Model.ChatRequests[^1].User, StringComparison.Ordinal);
    }
}
