using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Chapters;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class ManuscriptTests : DeskContext
{
    [Fact]
    public void Render_Draft_HasAnArticleForEachParagraph()
    {
        var manuscript = Draw(DeskSamples.View);

        Assert.Equal(["Paragraph 1", "Paragraph 2", "Paragraph 3", "Paragraph 4"], Articles(manuscript));
    }

    [Fact]
    public void Render_Empty_ShowsThePremiseAndOffersTheOpening()
    {
        var asked = 0;
        var manuscript = Render<Manuscript>(part => part
            .Add(draft => draft.View, DeskSamples.Empty)
            .Add(draft => draft.OnSave, SaveAsync)
            .Add(draft => draft.OnWriteOpening, () => asked++));

        Button(manuscript, "Write the opening").Click();

        Assert.Contains("An orchard of glass trees", manuscript.Markup, StringComparison.Ordinal);
        Assert.Equal(1, asked);
    }

    [Fact]
    public void Render_OpeningFailed_SaysWhyAndOffersItAgain()
    {
        var failed = DeskSamples.Stopped with { Request = new RunRequest(DeskSamples.StoryId, RunKind.Opening), Failure = new StepFailure(FailureKind.Unreachable) };

        var manuscript = Draw(DeskSamples.Empty with { Draft = DeskSamples.Empty.Draft! with { Leftover = failed } });

        Assert.NotEmpty(manuscript.Find("[role=alert]").TextContent);
        Assert.False(Button(manuscript, "Write the opening").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_Streaming_ShowsThePiecesThatCame()
    {
        var live = DeskSamples.Live.After(Text("The rope "), Clock.GetUtcNow()).After(Text("came up."), Clock.GetUtcNow());

        var manuscript = Draw(DeskSamples.View with { Live = live });

        Assert.Equal("Paragraph 5", Articles(manuscript)[^1]);
        Assert.Equal("The rope came up.", manuscript.Find("article:last-of-type p").TextContent);
    }

    [Fact]
    public void Render_AnotherPieceOrKey_DrawsNoParagraphThatStandsAgain()
    {
        var view = DeskSamples.View with { Live = DeskSamples.Live.After(Text("The rope "), Clock.GetUtcNow()) };
        var manuscript = Draw(view);
        var drawn = Drawn(manuscript);

        manuscript.Render(part => part.Add(draft => draft.View, view with { Live = view.Live.After(Text("came up."), Clock.GetUtcNow()) }));
        var afterAPiece = Drawn(manuscript);
        manuscript.Render(part => part.Add(draft => draft.View, view with { Live = null, IsBusy = true }));

        Assert.Equal(drawn, afterAPiece);
        Assert.All(Drawn(manuscript).Zip(drawn), count => Assert.True(count.First > count.Second));
    }

    [Fact]
    public void Render_BeforeTheFirstWord_HasNoNewParagraphYet()
    {
        var manuscript = Draw(DeskSamples.View with { Live = DeskSamples.Live });

        Assert.Equal("Paragraph 4", Articles(manuscript)[^1]);
        Assert.Single(manuscript.FindAll(".caret"));
    }

    [Fact]
    public void Render_WritingAgain_GivesTheOldParagraphsPlaceToTheNew()
    {
        var again = LiveStep.Begin(DeskSamples.RunId, DeskSamples.Request with { ParentId = DeskSamples.Head.ParentId });

        var manuscript = Draw(DeskSamples.View with { Live = again.After(Text("Anew."), Clock.GetUtcNow()) });

        Assert.Equal(["Paragraph 1", "Paragraph 2", "Paragraph 3", "Paragraph 4"], Articles(manuscript));
        Assert.Equal("Anew.", manuscript.Find("article:last-of-type p").TextContent);
    }

    [Fact]
    public void Render_OpeningStreams_ShowsItsParagraphs()
    {
        var live = LiveStep.Begin(DeskSamples.RunId, new RunRequest(DeskSamples.StoryId, RunKind.Opening))
            .After(Text("One.", Section.Paragraph1), Clock.GetUtcNow())
            .After(Text("Two.", Section.Paragraph2), Clock.GetUtcNow());

        var manuscript = Draw(DeskSamples.Empty with { Live = live });

        Assert.Equal(["Paragraph 1", "Paragraph 2"], Articles(manuscript));
        Assert.Empty(manuscript.FindAll("button"));
    }

    [Fact]
    public void Render_OwnOpeningIsRead_ShowsTheAuthorsText()
    {
        var live = LiveStep.Begin(DeskSamples.RunId, new RunRequest(DeskSamples.StoryId, RunKind.OwnOpening) { Text = "It was late." });

        var manuscript = Draw(DeskSamples.Empty with { Live = live });

        Assert.Equal("It was late.", manuscript.Find("article p").TextContent);
    }

    [Fact]
    public void ShowEarlier_LongStory_AddsParagraphsBefore()
    {
        var manuscript = Draw(LongView(read: 200));
        var before = Articles(manuscript);

        Button(manuscript, "Show 60 earlier paragraphs").Click();

        Assert.Equal(("Paragraph 141", "Paragraph 200"), (before[0], before[^1]));
        Assert.Equal("Paragraph 81", Articles(manuscript)[0]);
    }

    [Fact]
    public void ShowEarlier_TextsNotRead_AsksForThemAndShowsThemWhenTheyAreThere()
    {
        var wanted = 0;
        var manuscript = Draw(LongView(read: 60));
        manuscript.Render(part => part.Add(draft => draft.OnReadBack, (int room) => wanted = room));

        Button(manuscript, "Show 60 earlier paragraphs").Click();
        var before = Articles(manuscript);
        manuscript.Render(part => part.Add(draft => draft.View, LongView(read: 120)));

        Assert.Equal(120, wanted);
        Assert.Equal("Paragraph 141", before[0]);
        Assert.Equal("Paragraph 81", Articles(manuscript)[0]);
    }

    [Fact]
    public void Jump_TextsNotRead_AsksForThem()
    {
        var wanted = 0;
        var manuscript = Draw(LongView(read: 60));

        manuscript.Render(part => part.Add(draft => draft.OnReadBack, (int room) => wanted = room).Add(draft => draft.Jump, new ParagraphJump(11)));

        Assert.Equal(190, wanted);
        Assert.Equal("Paragraph 141", Articles(manuscript)[0]);
    }

    [Fact]
    public void Render_ChapterHeading_StandsBeforeItsParagraph()
    {
        var manuscript = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Paragraphs = [.. DeskSamples.Paragraphs.Take(2), DeskSamples.Paragraphs[2] with { Chapter = "Under the house" }] } });

        var heading = manuscript.Find("h3");
        Assert.Equal("Under the house", heading.TextContent.Trim());
        Assert.Equal("paragraph-3", heading.NextElementSibling!.Id);
    }

    [Fact]
    public void Jump_ParagraphThatIsNotDrawn_DrawsItAndGoesThere()
    {
        var paragraphs = Enumerable.Range(1, 200).Select(number => DeskSamples.Paragraphs[0] with { StepId = Guid.NewGuid(), Number = number }).ToList();
        var script = JSInterop.SetupModule("/js/outline.js");
        var manuscript = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Paragraphs = paragraphs } });

        manuscript.Render(part => part.Add(draft => draft.Jump, new ParagraphJump(20)));

        Assert.Equal("Paragraph 20", Articles(manuscript)[0]);
        Assert.Equal([20], script.VerifyInvoke("go").Arguments);
    }

    [Fact]
    public void Menu_Paragraph_OffersToLockOrToUnlockIt()
    {
        var manuscript = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Paragraphs = [DeskSamples.Paragraphs[0], DeskSamples.Paragraphs[1] with { IsLocked = true }] } });

        Button(manuscript, "More of paragraph 1").Click();
        Button(manuscript, "More of paragraph 2").Click();

        var menus = manuscript.FindAll("[role=menu]").Select(menu => menu.TextContent).ToList();
        Assert.Contains("LockChapter headingNote to self", menus[0], StringComparison.Ordinal);
        Assert.Contains("UnlockChapter heading", menus[1], StringComparison.Ordinal);
    }

    // 200 paragraphs, of which the last ones have their texts.
    private static DeskView LongView(int read) => DeskSamples.View with
    {
        Draft = DeskSamples.Draft with
        {
            Paragraphs = [.. Enumerable.Range(1, 200).Select(number => DeskSamples.Paragraphs[0] with { StepId = IdOf(number), Number = number, IsRead = number > 200 - read })],
        },
    };

    private static Guid IdOf(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static StepEvent.ParagraphText Text(string piece, Section section = Section.Paragraph) => new(section, piece);

    private static List<string?> Articles(IRenderedComponent<Manuscript> manuscript) =>
        [.. manuscript.FindAll("article").Select(article => article.GetAttribute("aria-label"))];

    private static Task<SaveResult?> SaveAsync(ParagraphEdit edit) => Task.FromResult<SaveResult?>(new SaveResult(Saved: true, 1, edit.Text));

    private IRenderedComponent<Manuscript> Draw(DeskView view) => Render<Manuscript>(part => part.Add(draft => draft.View, view).Add(draft => draft.OnSave, SaveAsync));

    private static IReadOnlyList<int> Drawn(IRenderedComponent<Manuscript> manuscript) =>
        [.. manuscript.FindComponents<ManuscriptParagraph>().Select(paragraph => paragraph.RenderCount)];
}
