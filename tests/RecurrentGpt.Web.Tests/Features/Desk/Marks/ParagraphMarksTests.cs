using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Marks;
using RecurrentGpt.Web.Features.Kept;

namespace RecurrentGpt.Web.Tests.Features.Desk.Marks;

public sealed class ParagraphMarksTests : DeskContext
{
    private static readonly DraftParagraph Noted = DeskSamples.Paragraphs[3] with { Note = "Check the tide.", MarksVersion = 4 };

    [Fact]
    public void Render_LockedParagraph_SaysSo()
    {
        Assert.Equal("Locked", Draw(Noted with { IsLocked = true }).Find("[role=img]").GetAttribute("aria-label"));
        Assert.Empty(Draw(Noted).FindAll("[role=img]"));
    }

    [Fact]
    public void Render_Note_StandsOpenAndCanBeFolded()
    {
        var marks = Draw(Noted);

        Assert.True(marks.Find("details").HasAttribute("open"));
        Assert.Equal("Check the tide.", marks.Find("details p").TextContent);
    }

    [Fact]
    public void Render_WhileAStepIsWritten_NoteCannotBeEdited()
    {
        var marks = Draw(Noted, DeskSamples.View with { Live = DeskSamples.Live });

        Assert.True(Button(marks, "Edit the note on paragraph 4").HasAttribute("disabled"));
    }

    [Fact]
    public void Save_Note_HandsOnTheTextAndTheVersionThatItRestsOn()
    {
        var marks = Edit();

        marks.Find("textarea").Input("Check the moon.");
        Button(marks, "Save").Click();

        Assert.Equal(["Note of 4 at 4: Check the moon."], Marks.Done);
        Assert.Empty(marks.FindAll("textarea"));
    }

    [Fact]
    public void Save_AnotherTabWasFirst_ShowsItsTextAndSavesOnlyKnowingly()
    {
        var marks = Edit();
        Marks.Answer = new SaveResult(Saved: false, 9, "Theirs.");
        marks.Find("textarea").Input("Mine.");
        Button(marks, "Save").Click();
        var theirs = marks.Find("blockquote").TextContent;

        Marks.Answer = new SaveResult(Saved: true, 10, "Mine.");
        Button(marks, "Save mine over it").Click();

        Assert.Equal("Theirs.", theirs);
        Assert.Equal("Note of 4 at 9: Mine.", Marks.Done[^1]);
    }

    [Fact]
    public async Task KeptNote_AnotherStandsThere_ShowsBoth()
    {
        var marks = Edit();

        await marks.Find("textarea").TriggerEventAsync("onkept", new KeptTextEventArgs { Text = "Kept." });

        Assert.Equal(("Kept.", "Check the tide."), (marks.Find("textarea").GetAttribute("value"), marks.Find("blockquote").TextContent));
    }

    [Fact]
    public void Save_CannotBeMadeNow_KeepsTheTextInTheField()
    {
        var marks = Edit();
        Marks.Answer = null;

        marks.Find("textarea").Input("Mine.");
        Button(marks, "Save").Click();

        Assert.Contains("Not saved yet", marks.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine.", marks.Find("textarea").GetAttribute("value"));
    }

    [Fact]
    public void Remove_Note_SavesNone()
    {
        Button(Edit(), "Remove note").Click();

        Assert.Equal(["Note of 4 at 4: "], Marks.Done);
    }

    [Fact]
    public void Cancel_Changed_LeavesTheNote()
    {
        var marks = Edit();

        marks.Find("textarea").Input("Mine.");
        Button(marks, "Cancel").Click();

        Assert.Empty(Marks.Done);
        Assert.Equal("Check the tide.", marks.Find("details p").TextContent);
    }

    [Fact]
    public void Submit_Heading_SavesItByEnter()
    {
        Services.GetRequiredService<MarkDesk>().Open(Noted, MarkKind.Chapter);
        var heading = Render<Web.Features.Desk.Chapters.ChapterHeading>(part => part.Add(chapter => chapter.Paragraph, Noted with { Chapter = "The letter" }).Add(chapter => chapter.View, DeskSamples.View));

        heading.Find("input").Input("Under the house");
        heading.Find("form").Submit();

        Assert.Equal(["Chapter of 4 at 4: Under the house"], Marks.Done);
        heading.Render();
        Assert.Equal("The letter", heading.Find("h3 button").TextContent);
    }

    private IRenderedComponent<ParagraphMarks> Edit()
    {
        var marks = Draw(Noted);
        Button(marks, "Edit the note on paragraph 4").Click();
        return marks;
    }

    private IRenderedComponent<ParagraphMarks> Draw(DraftParagraph paragraph, Web.Features.Desk.Session.DeskView? view = null) =>
        Render<ParagraphMarks>(part => part.Add(marks => marks.Paragraph, paragraph).Add(marks => marks.View, view ?? DeskSamples.View));
}
