using Bunit;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Paragraphs;

namespace RecurrentGpt.Web.Tests.Features.Desk.Paragraphs;

public sealed class ManuscriptParagraphTests : DeskContext
{
    [Fact]
    public void Render_Edited_IsMarked()
    {
        var paragraph = Draw(DeskSamples.Paragraphs[3] with { IsEdited = true });

        Assert.Equal("edited", paragraph.Find(".mark").TextContent);
    }

    private IRenderedComponent<ManuscriptParagraph> Draw(DraftParagraph paragraph) =>
        Render<ManuscriptParagraph>(part => part.Add(article => article.Paragraph, paragraph).Add(article => article.View, DeskSamples.View).Add(article => article.OnSave, _ => Task.FromResult<SaveResult?>(null)));
}
