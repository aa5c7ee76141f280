using Microsoft.Playwright;
using RecurrentGpt.Prompts;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Versions, branches and the picture of the tree: nothing that was written is lost, and each way has its own memory.</summary>
public sealed class TreeTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Premise = "Mara keeps an orchard of glass trees that hum at night.";

    [Fact]
    public async Task WriteAgain_Twice_KeepsAllThreeWithTheirMemoryAndSendsOnlyTheChosenOne()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        var versions = new List<Version>();
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        versions.Add(await VersionOfAsync(desk));
        for (var i = 2; i <= 3; i++)
        {
            await desk.Button("Write again").ClickAsync();
            await Expect(Place(desk, 4)).ToContainTextAsync($"{i} of {i}");
            await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
            versions.Add(await VersionOfAsync(desk));
        }

        Assert.Equal(3, versions.Distinct().Count());
        await Pictures.SaveAsync(desk.Page, "tree-versions-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));

        await desk.Button("Earlier version of paragraph 4").ClickAsync();
        await ShowsAsync(desk, versions[1], "2 of 3");
        await Expect(desk.Button("Earlier version of paragraph 4")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await ShowsAsync(desk, versions[0], "1 of 3");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await ShowsAsync(desk, versions[0], "1 of 3");

        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        var sent = world.Model.ChatRequests[^1].User;
        Assert.Equal(versions[0].Memory, Sent(sent, PartNames.ShortTermMemory));
        Assert.Equal(versions[0].Plan2, Sent(sent, PartNames.Plan));
        Assert.Equal(versions[0].Text, Sent(sent, PartNames.LastParagraph));
        Assert.All(versions.Skip(1), other => Assert.DoesNotContain(other.Text, sent, StringComparison.Ordinal));
        Assert.All(versions.Skip(1), other => Assert.DoesNotContain(other.Memory, sent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Arrows_AcrossBranches_ComeBackToWhatWasLeft_AndUndoGoesOnFromThere()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);
        var left = await desk.Paragraphs.AllInnerTextsAsync();
        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(3);
        await desk.Write(3).ClickAsync();
        await Expect(Place(desk, 4)).ToContainTextAsync("2 of 2");
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);
        await Expect(Place(desk, 4).Locator("button[title^='It followed another plan: ']")).ToHaveCountAsync(1);

        await desk.Title.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Alt+PageUp");
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        Assert.Equal(left[4], (await desk.Paragraphs.AllInnerTextsAsync())[4]);
        await desk.Button("Undo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(4);
        await Expect(Place(desk, 4)).ToContainTextAsync("1 of 2");
        await desk.Button("Redo").ClickAsync();
        await Expect(desk.Paragraphs).ToHaveCountAsync(5);
        Assert.Equal(left[4], (await desk.Paragraphs.AllInnerTextsAsync())[4]);
    }

    [Fact]
    public async Task Branches_InTheOutline_AreNamedKeptAndGoneTo()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync(Premise);
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await desk.Button("Write again").ClickAsync();
        await Expect(Branch(desk, "Branch 2")).ToContainTextAsync("here");
        await Expect(desk.Button("Stop")).ToHaveCountAsync(0);

        await desk.Button("Rename Branch 2").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Textbox, new() { Name = "Name of Branch 2" }).FillAsync("She burns it");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Branch(desk, "She burns it")).ToContainTextAsync("here");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(Branch(desk, "She burns it")).ToContainTextAsync("here");
        await Branch(desk, "Main").ClickAsync();
        await Expect(Branch(desk, "Main")).ToContainTextAsync("here");

        await Expect(Place(desk, 4)).ToContainTextAsync("1 of 2");
        await Pictures.SaveAsync(desk.Page, "tree-branches-wide-light");
        Assert.Empty(await Accessibility.FaultsOfAsync(desk.Page));
    }

    [Theory]
    [InlineData("wide-light")]
    [InlineData("phone-light")]
    public async Task ATreeOfTwoHundred_OpensAndIsWalkedByKeysAlone(string name)
    {
        var look = Look.All.Single(other => other.Name == name);
        await using var world = await World.StartAsync(browser);
        var story = await GrownStory.OfTwoHundredAsync(world);
        var desk = new DeskScreen(await world.OpenAsync(story.Path, look));
        await Expect(desk.Paragraphs.Last).ToContainTextAsync("Way 10");
        await Expect(desk.Page.Locator("html[data-shortcuts]")).ToBeAttachedAsync();

        await desk.Title.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Alt+t");
        var tree = desk.Page.GetByRole(AriaRole.Tree);
        await Expect(tree).ToBeFocusedAsync();
        var dialog = desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "Tree" });
        await Expect(dialog.GetByText("Way 10, paragraph")).ToBeVisibleAsync();
        await Appearance.CheckAsync(desk.Page, $"tree-200-{name}");

        await desk.Page.Keyboard.PressAsync("Home");
        await Expect(Chosen(desk)).ToHaveAccessibleNameAsync("paragraph 1, Main begins");
        await desk.Page.Keyboard.PressAsync("End");
        await Expect(Chosen(desk)).ToHaveAccessibleNameAsync("paragraph 103");
        await desk.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(Chosen(desk)).ToHaveAccessibleNameAsync("9 paragraphs, 94 to 102, folded");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Chosen(desk)).ToHaveAccessibleNameAsync("paragraph 94, version 1 of 2");
        await Expect(tree).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(Chosen(desk)).ToHaveAccessibleNameAsync("paragraph 94, Branch 10 begins, version 2 of 2");
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(Chosen(desk)).ToHaveAccessibleNameAsync("paragraph 95");
        await Expect(dialog.GetByText("Main, paragraph 95.")).ToBeVisibleAsync();
        await Appearance.CheckAsync(desk.Page, $"tree-walked-{name}");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Expect(dialog).ToHaveCountAsync(0);
        await Expect(desk.Paragraphs.Last).ToContainTextAsync("Main, paragraph 95.");
        await Expect(desk.Page.Locator("#desk-memory textarea")).ToHaveValueAsync("Main stands after paragraph 95.");
        Assert.Empty(world.Model.ChatRequests);
    }

    private static ILocator Place(DeskScreen desk, int number) => desk.Page.GetByRole(AriaRole.Group, new() { Name = $"Versions of paragraph {number}" });

    private static ILocator Branch(DeskScreen desk, string name) => desk.Page.GetByRole(AriaRole.List, new() { Name = "Branches" }).GetByRole(AriaRole.Button).Filter(new() { HasText = name });

    private static ILocator Chosen(DeskScreen desk) => desk.Page.GetByRole(AriaRole.Treeitem, new() { Selected = true });

    private static string Sent(string request, string part) => Marks.TryRead(request, part, out var text) ? text : throw new InvalidOperationException($"'{part}' was not sent.");

    private static async Task ShowsAsync(DeskScreen desk, Version version, string place)
    {
        await Expect(Place(desk, 4)).ToContainTextAsync(place);
        await Expect(desk.Memory).ToHaveValueAsync(version.Memory);
        await Expect(desk.Plan(2)).ToHaveValueAsync(version.Plan2);
        await Expect(desk.Paragraph(4)).ToContainTextAsync(version.Text);
    }

    private static async Task<Version> VersionOfAsync(DeskScreen desk) => new(
        string.Join("\n\n", await desk.Paragraph(4).Locator(".prose p").AllInnerTextsAsync()),
        await desk.Memory.InputValueAsync(),
        await desk.Plan(2).InputValueAsync());

    private sealed record Version(string Text, string Memory, string Plan2);
}
