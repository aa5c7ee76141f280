using Bunit;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class ManuscriptParagraphTests : DeskContext
{
    private readonly List<ParagraphEdit> _saved = [];
    private SaveResult? _answer = new(Saved: true, 1, "");

    [Fact]
    public void Save_Changed_HandsOnTheTextAndWhatItReplaces()
    {
        var paragraph = Edit();

        paragraph.Find("textarea").Input("Changed by hand.");
        Button(paragraph, "Save").Click();

        Assert.Equal([new ParagraphEdit(DeskSamples.Paragraphs[3], "Changed by hand.")], _saved);
        Assert.Empty(paragraph.FindAll("textarea"));
    }

    [Fact]
    public void Cancel_Changed_LeavesTheParagraph()
    {
        var paragraph = Edit();

        paragraph.Find("textarea").Input("Changed by hand.");
        Button(paragraph, "Cancel").Click();

        Assert.Empty(_saved);
        Assert.Equal("This is paragraph 4.", paragraph.Find(".prose").TextContent);
    }

    [Fact]
    public void Save_AnotherTabWasFirst_ShowsBothTextsAndSavesOnlyKnowingly()
    {
        var paragraph = Edit();
        _answer = new SaveResult(Saved: false, 7, "Their text.");
        paragraph.Find("textarea").Input("My text.");
        Button(paragraph, "Save").Click();
        var theirs = paragraph.Find("blockquote").TextContent;

        _answer = new SaveResult(Saved: true, 8, "My text.");
        Button(paragraph, "Save mine over it").Click();

        Assert.Equal("Their text.", theirs);
        Assert.Equal(DeskSamples.Paragraphs[3] with { Text = "Their text.", Version = 7 }, _saved[^1].Before);
        Assert.Equal("My text.", _saved[^1].Text);
    }

    [Fact]
    public void Save_CouldNotBeSavedNow_KeepsTheTextInTheField()
    {
        var paragraph = Edit();
        _answer = null;

        paragraph.Find("textarea").Input("My text.");
        Button(paragraph, "Save").Click();

        Assert.NotEmpty(paragraph.Find("[role=alert]").TextContent);
        Assert.NotEmpty(paragraph.FindAll("textarea"));
    }

    [Fact]
    public void Save_Emptied_IsNotOffered()
    {
        var paragraph = Edit();

        paragraph.Find("textarea").Input(" ");

        Assert.True(Button(paragraph, "Save").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_Edited_IsMarked()
    {
        var paragraph = Draw(DeskSamples.Paragraphs[3] with { IsEdited = true });

        Assert.Equal("edited", paragraph.Find(".mark").TextContent);
    }

    private IRenderedComponent<ManuscriptParagraph> Edit()
    {
        var paragraph = Draw(DeskSamples.Paragraphs[3]);
        Button(paragraph, "Edit paragraph 4").Click();

        return paragraph;
    }

    private IRenderedComponent<ManuscriptParagraph> Draw(DraftParagraph paragraph) =>
        Render<ManuscriptParagraph>(part => part.Add(article => article.Paragraph, paragraph).Add(article => article.View, DeskSamples.View).Add(article => article.OnSave, SaveAsync));

    private Task<SaveResult?> SaveAsync(ParagraphEdit edit)
    {
        _saved.Add(edit);
        return Task.FromResult(_answer);
    }
}
