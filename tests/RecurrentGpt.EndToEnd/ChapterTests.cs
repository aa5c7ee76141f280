using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace RecurrentGpt.EndToEnd;

/// <summary>Chapters to jump by, and notes to self that nobody else ever sees.</summary>
public sealed class ChapterTests(BrowserFixture browser) : IClassFixture<BrowserFixture>
{
    private const string Heading = "Zounds over the quay";
    private const string Note = "Quoth Xavier: check the tide table before this scene.";

    [Fact]
    public async Task Outline_LeadsToAChapterThatIsNotDrawnAndMarksTheOneThatIsRead()
    {
        await using var world = await World.StartAsync(browser);
        var marks = await MarksScreen.BeginAsync(world, 75, Look.Wide);
        var page = marks.Desk.Page;
        await marks.Desk.Button("Show 15 earlier paragraphs").ClickAsync();
        await marks.SetChapterAsync(3, "The letter");
        await marks.SetChapterAsync(73, "Under the house");

        await page.ReloadAsync();
        await page.Locator("main[data-interactive]").WaitForAsync();
        await Expect(marks.Chapters.GetByRole(AriaRole.Button)).ToHaveTextAsync(["Before the first chapter 1 to 2", "The letter 3 to 72", "Under the house 73 to 75"]);
        await Expect(marks.Chapter("Under the house")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(marks.Desk.Paragraph(3)).ToHaveCountAsync(0);
        await marks.CheckAsync("chapters-end-wide-light");

        await marks.Chapter("The letter").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Expect(marks.Heading("The letter")).ToBeInViewportAsync();
        await Expect(marks.Desk.Paragraph(3)).ToBeFocusedAsync();
        await Expect(marks.Chapter("The letter")).ToHaveAttributeAsync("aria-current", "true");
        await Expect(marks.Chapter("Under the house")).Not.ToHaveAttributeAsync("aria-current", "true");
        await marks.CheckAsync("chapters-jump-wide-light");
    }

    [Fact]
    public async Task Outline_WhereThereIsNoRoomForIt_IsOpenedByAButton()
    {
        await using var world = await World.StartAsync(browser);
        var marks = await MarksScreen.BeginAsync(world, 20, new Look("middle-light", 1100, 800, ColorScheme.Light));
        await marks.SetChapterAsync(2, "The letter");
        await marks.SetChapterAsync(18, "Under the house");
        await Expect(marks.Outline).ToBeHiddenAsync();

        await marks.Desk.Button("Outline").ClickAsync();
        await Expect(marks.Chapter("The letter")).ToBeVisibleAsync();
        await marks.CheckAsync("chapters-outline-1100-light");
        await marks.Desk.Page.Keyboard.PressAsync("Escape");
        await Expect(marks.Outline).ToBeHiddenAsync();
        await marks.Desk.Button("Outline").ClickAsync();
        await marks.Chapter("The letter").ClickAsync();

        await Expect(marks.Outline).ToBeHiddenAsync();
        await Expect(marks.Heading("The letter")).ToBeInViewportAsync();
        await Expect(marks.Desk.Paragraph(2)).ToBeFocusedAsync();
        await marks.CheckAsync("chapters-jump-1100-light");
    }

    [Fact]
    public async Task Outline_OnAPhone_IsATabThatLeadsBackToTheDraft()
    {
        await using var world = await World.StartAsync(browser);
        var marks = await MarksScreen.BeginAsync(world, 70, Look.Phone);
        var page = marks.Desk.Page;
        await marks.Desk.Button("Show 10 earlier paragraphs").ClickAsync();
        await marks.SetChapterAsync(2, "The letter");
        await marks.SetNoteAsync(3, Note);
        await marks.ChooseAsync(3, "Lock");
        await Expect(marks.Desk.Paragraph(3).GetByRole(AriaRole.Img, new() { Name = "Locked" })).ToBeVisibleAsync();
        await marks.Heading("The letter").ScrollIntoViewIfNeededAsync();
        await marks.CheckAsync("marks-phone-light");
        await page.ReloadAsync();
        await page.Locator("main[data-interactive]").WaitForAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Outline" }).ClickAsync();
        var chapter = marks.Chapter("The letter");
        await Expect(chapter).ToBeVisibleAsync();
        Assert.True((await chapter.BoundingBoxAsync())!.Height >= 44);
        await marks.CheckAsync("chapters-outline-phone-light");
        await chapter.ClickAsync();

        await Expect(marks.Heading("The letter")).ToBeInViewportAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
    }

    [Fact]
    public async Task HeadingAndNote_AreShownBesideTheTextAndNeverSent()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        var marks = new MarksScreen(desk);
        await marks.SetChapterAsync(3, Heading);
        await marks.SetNoteAsync(3, Note);
        await marks.CheckAsync("marks-note-wide-light");

        var preview = await SentScreen.OpenAsync(desk);
        await preview.ChooseAsync("Next: plan 1");
        var (system, shown) = await preview.MessagesAsync();
        Assert.DoesNotContain("Xavier", system + shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Zounds", system + shown, StringComparison.Ordinal);
        await preview.CloseAsync();
        await desk.Write(1).ClickAsync();
        await WritingTests.WrittenAsync(desk, 4);
        await desk.Button("New plans").ClickAsync();
        await Expect(desk.Status).ToContainTextAsync("new plans are here");
        await desk.Write(2).ClickAsync();
        await WritingTests.WrittenAsync(desk, 5);

        Assert.True(world.Model.Requests.Count >= 6);
        Assert.All(world.Model.Requests, request => Assert.DoesNotContain("Xavier", Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal));
        Assert.All(world.Model.Requests, request => Assert.DoesNotContain("Zounds", Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal));
        var markdown = await (await desk.Page.APIRequest.GetAsync($"{new Uri(desk.Page.Url).AbsolutePath}/export?format=markdown")).TextAsync();
        Assert.Contains($"\n\n## {Heading}\n\n", markdown, StringComparison.Ordinal);
        Assert.DoesNotContain("Xavier", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_CanBeFoldedChangedAndRemovedByKeyboard()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        var marks = new MarksScreen(desk);
        await marks.SetNoteAsync(2, Note);
        await Expect(desk.Button("Edit the note on paragraph 2")).ToBeFocusedAsync();

        await desk.Paragraph(2).GetByText("Note to self · never sent").ClickAsync();
        await Expect(desk.Paragraph(2).GetByText(Note)).ToBeHiddenAsync();
        await desk.Button("Edit the note on paragraph 2").PressAsync("Enter");
        await Expect(marks.Note(2)).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(marks.Note(2)).ToHaveCountAsync(0);
        await desk.Button("Edit the note on paragraph 2").PressAsync("Enter");
        await desk.Button("Remove note").PressAsync("Enter");

        await Expect(desk.Paragraph(2).GetByRole(AriaRole.Note)).ToHaveCountAsync(0);
        await Expect(desk.Paragraph(2)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Note_ChangedInTwoTabs_ShowsBothAndLosesNone()
    {
        await using var world = await World.StartAsync(browser);
        var desk = await world.BeginStoryAsync("Mara keeps an orchard of glass trees.");
        var other = new MarksScreen(new DeskScreen(await world.OpenAsync(new Uri(desk.Page.Url).AbsolutePath)));
        await other.SetNoteAsync(2, "The other tab was first.");

        await new MarksScreen(desk).ChooseAsync(2, "Note to self");
        await new MarksScreen(desk).Note(2).FillAsync("This tab came later.");
        await desk.Button("Save").ClickAsync();

        await Expect(desk.Paragraph(2).GetByRole(AriaRole.Alert)).ToContainTextAsync("changed in another tab");
        await Expect(desk.Paragraph(2)).ToContainTextAsync("The other tab was first.");
        await desk.Button("Save mine over it").ClickAsync();
        await Expect(desk.Paragraph(2).GetByRole(AriaRole.Note)).ToContainTextAsync("This tab came later.");
    }
}
