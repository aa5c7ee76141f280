using Bunit;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.Tree;

namespace RecurrentGpt.Web.Tests.Features.Desk.Tree;

public sealed class SiblingArrowsTests : DeskContext
{
    private readonly List<ParagraphAction> _chosen = [];

    [Fact]
    public void Render_TheOnlyVersion_ShowsNothing() => Assert.Empty(Draw(null).Markup.Trim());

    [Fact]
    public void Render_InTheMiddle_CountsThemAndSaysWhichPlanEachFollowed()
    {
        var arrows = Draw(new SiblingPlace(2, 3, new Sibling(Guid.NewGuid(), DeskSamples.Plan), new Sibling(Guid.NewGuid(), new Plan("She runs.", PlanSource.Own))));

        Assert.Equal("2 of 3", arrows.Find("span").TextContent);
        Assert.Equal("It followed the same plan.", Button(arrows, "Earlier version of paragraph 4").GetAttribute("title"));
        Assert.Equal("It followed another plan: She runs.", Button(arrows, "Later version of paragraph 4").GetAttribute("title"));
    }

    [Fact]
    public void Press_InTheMiddle_GoesToTheOneBeforeAndTheOneAfter()
    {
        var arrows = Draw(new SiblingPlace(2, 3, Other(), Other()));

        Button(arrows, "Earlier version of paragraph 4").Click();
        Button(arrows, "Later version of paragraph 4").Click();

        Assert.Equal([ParagraphAction.EarlierVersion, ParagraphAction.LaterVersion], _chosen);
    }

    [Fact]
    public void Press_AtAnEnd_KeepsTheButtonAndDoesNothing()
    {
        var arrows = Draw(new SiblingPlace(1, 2, null, Other()));

        var earlier = Button(arrows, "Earlier version of paragraph 4");
        earlier.Click();

        Assert.Empty(_chosen);
        Assert.Equal("true", earlier.GetAttribute("aria-disabled"));
        Assert.Null(Button(arrows, "Later version of paragraph 4").GetAttribute("aria-disabled"));
    }

    [Fact]
    public void Press_WhileSomethingIsWritten_DoesNothing()
    {
        var arrows = Draw(new SiblingPlace(1, 2, null, Other()), DeskSamples.View with { Live = DeskSamples.Live });

        Button(arrows, "Later version of paragraph 4").Click();

        Assert.Empty(_chosen);
    }

    private static Sibling Other() => new(Guid.NewGuid(), DeskSamples.Plan);

    private IRenderedComponent<SiblingArrows> Draw(SiblingPlace? siblings, DeskView? view = null) => Render<SiblingArrows>(part => part
        .Add(arrows => arrows.Paragraph, DeskSamples.Paragraphs[3] with { Siblings = siblings })
        .Add(arrows => arrows.View, view ?? DeskSamples.View)
        .Add(arrows => arrows.OnChoose, choice => _chosen.Add(choice.Action)));
}
