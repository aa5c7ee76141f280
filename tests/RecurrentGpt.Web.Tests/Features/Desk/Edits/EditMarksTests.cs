using Bunit;
using RecurrentGpt.Runs;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Edits;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Edits;

/// <summary>The quiet lines under a paragraph.</summary>
public sealed class EditMarksTests : DeskContext
{
    private readonly List<ParagraphAction> _chosen = [];

    [Fact]
    public void Render_Untouched_IsNothing()
    {
        Assert.Empty(Draw(DeskSamples.Paragraphs[3]).Markup.Trim());
    }

    [Theory]
    [InlineData("written against the older text of paragraph 2", 2)]
    [InlineData("written against the older texts of paragraphs 1, 2 and 3", 1, 2, 3)]
    public void Render_WrittenAgainstOlder_SaysWhichAndOffersThatItFits(string said, params int[] numbers)
    {
        var marks = Draw(DeskSamples.Paragraphs[3] with { WrittenAgainst = numbers });

        Button(marks, "It still fits: paragraph 4").Click();

        Assert.Equal(said, marks.Find("span").TextContent);
        Assert.Equal([ParagraphAction.StillFits], _chosen);
    }

    [Fact]
    public void Render_WrittenOutLonger_SaysSoAndLeadsToTheShorterText()
    {
        var marks = Draw(DeskSamples.Paragraphs[3] with { Version = 1 });

        Button(marks, "Paragraph 4: see the text before it was written out").Click();

        Assert.Equal("The simulated author wrote it out longer.", marks.Find("span").TextContent);
        Assert.Equal([ParagraphAction.EarlierTexts], _chosen);
    }

    [Fact]
    public void Render_SummaryOutdated_OffersToReadItAgainAndSaysWhatItCosts()
    {
        var marks = Draw(DeskSamples.Paragraphs[3] with { IsSummaryOutdated = true });

        var again = Button(marks, "Read it again: paragraph 4");
        again.Click();

        Assert.Contains("one request", again.GetAttribute("title"), StringComparison.Ordinal);
        Assert.Equal([ParagraphAction.ReadAgain], _chosen);
    }

    [Fact]
    public void Render_IsBeingRead_SaysSo()
    {
        var live = LiveStep.Begin(Guid.NewGuid(), new RunRequest(DeskSamples.StoryId, RunKind.Reread) { ParentId = DeskSamples.Head.Id });

        var marks = Draw(DeskSamples.Paragraphs[3] with { IsSummaryOutdated = true }, DeskSamples.View with { Live = live });

        Assert.Equal("being read again…", marks.Find("span").TextContent);
        Assert.Empty(marks.FindAll("button"));
    }

    private IRenderedComponent<EditMarks> Draw(DraftParagraph paragraph, DeskView? view = null) => Render<EditMarks>(part => part
        .Add(marks => marks.Paragraph, paragraph).Add(marks => marks.View, view ?? DeskSamples.View).Add(marks => marks.OnChoose, choice => _chosen.Add(choice.Action)));
}
