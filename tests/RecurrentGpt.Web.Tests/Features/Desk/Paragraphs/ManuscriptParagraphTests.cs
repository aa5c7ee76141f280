using Bunit;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Coverage;
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

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void Render_WrittenOutByTheSimulatedAuthor_IsNotMarkedAsEditedAndOffersTheEarlierText(int version, bool isOffered)
    {
        var paragraph = Draw(DeskSamples.Paragraphs[3] with { Version = version });

        paragraph.Find("button[aria-haspopup=menu]").Click();

        Assert.Equal(isOffered, paragraph.FindAll("[role=menuitem]").Any(item => item.TextContent.Contains("Earlier texts", StringComparison.Ordinal)));
        Assert.Empty(paragraph.FindAll(".mark"));
    }

    [Fact]
    public void Menu_CompareWithItsPlan_ShowsThePlanAtTheParagraph()
    {
        var paragraph = Draw(DeskSamples.Paragraphs[2] with { Plan = new Plan("Go down to the shore.", PlanSource.Picked) });
        Assert.Empty(paragraph.FindComponents<CoverageLine>());

        paragraph.Find("button[aria-haspopup=menu]").Click();
        paragraph.FindAll("[role=menuitem]").Single(item => item.TextContent == "Compare with its plan").Click();

        Assert.Single(paragraph.FindComponents<CoverageLine>());
    }

    private IRenderedComponent<ManuscriptParagraph> Draw(DraftParagraph paragraph) =>
        Render<ManuscriptParagraph>(part => part.Add(article => article.Paragraph, paragraph).Add(article => article.View, DeskSamples.View).Add(article => article.OnSave, _ => Task.FromResult<SaveResult?>(null)));
}
