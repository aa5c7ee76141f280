using Bunit;
using RecurrentGpt.Authors;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Autopilot;
using RecurrentGpt.Web.Features.Desk.Paragraphs;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

public sealed class ChoiceLineTests : DeskContext
{
    private static readonly DraftParagraph Chosen = DeskSamples.Paragraphs[3] with { Choice = AutopilotSamples.Choice };
    private static readonly IReadOnlyList<OfferedChoice> Offers = [new(1, "She pulls the rope up."), new(2, "They put the lamp out."), new(3, "She asks his name.")];
    private readonly List<ParagraphChoice> _chosen = [];

    [Fact]
    public void Render_PickedByThePerson_ShowsNothing()
    {
        Assert.Equal("", Draw(DeskSamples.Paragraphs[3]).Markup.Trim());
    }

    [Fact]
    public void Render_SimulatedAuthor_GivesItsReason()
    {
        Assert.Equal("Chosen by the simulated author: It keeps them together.", Draw(Chosen).Find(".line span").TextContent);
    }

    [Theory]
    [InlineData(AuthorKind.First, "Autopilot took the first plan.")]
    [InlineData(AuthorKind.Random, "Autopilot took plan 2 by chance.")]
    [InlineData(AuthorKind.Simulated, "Chosen by the simulated author.")]
    public void Render_WithoutAReason_SaysWhoChose(AuthorKind author, string words)
    {
        Assert.Equal(words, Draw(Chosen with { Choice = AutopilotSamples.Choice with { Author = author, Reason = "" } }).Find(".line span").TextContent);
    }

    [Fact]
    public void Followed_APickOnThePath_LeadsToIt()
    {
        var line = Draw(Chosen with { Choice = AutopilotSamples.Choice with { FollowedStepId = DeskSamples.Paragraphs[1].StepId, FollowedNumber = 2 } });

        Button(line, "like your choice at paragraph 2").Click();

        Assert.Equal(ParagraphAction.GoToFollowed, Assert.Single(_chosen).Action);
    }

    [Fact]
    public void Followed_APickOfAnotherBranch_IsOnlyNamed()
    {
        var line = Draw(Chosen with { Choice = AutopilotSamples.Choice with { FollowedStepId = Guid.NewGuid(), FollowedNumber = 2 } });

        Assert.Contains("like your choice at paragraph 2", line.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("like your choice at paragraph 2", Names(line));
    }

    [Fact]
    public void Revised_Opened_ShowsBothPlans()
    {
        var line = Draw(Chosen with { Choice = AutopilotSamples.Choice with { Offered = "They put the lamp out." } });

        Button(line, "revised the plan").Click();

        Assert.Equal(["They put the lamp out.", "They put the lamp out, and wait."], line.FindAll("dd").Select(plan => plan.TextContent));
        Assert.DoesNotContain("revised the plan", Names(Draw(Chosen)));
    }

    [Fact]
    public void Correct_AnotherPlan_IsOneClickAndCanBeTakenBack()
    {
        var line = Draw(Chosen);
        Assert.Equal(["I would have taken plan 1: She pulls the rope up.", "I would have taken plan 3: She asks his name."], Names(line));

        Button(line, "I would have taken plan 3: She asks his name.").Click();

        Assert.Equal("You would have taken plan 3: “She asks his name.” Later choices are shown it.", line.Find(".taken span").TextContent);
        Assert.Equal("Kept. Nothing of the story changes by it.", line.Find("[role=status]").TextContent);
        Button(line, "Take back").Click();
        Assert.Equal(["of 4: nothing to 3", "of 4: 3 to nothing"], Autopilot.Done);
        Assert.Empty(line.FindAll(".taken"));
    }

    [Fact]
    public void Correct_AnotherTabWasFirst_ShowsWhatStands()
    {
        Autopilot.OtherTaste = new TasteResult(Saved: false, 1);
        var line = Draw(Chosen);

        Button(line, "I would have taken plan 3: She asks his name.").Click();

        Assert.StartsWith("You would have taken plan 1", line.Find(".taken span").TextContent, StringComparison.Ordinal);
        Assert.Contains("Another tab", line.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_OwnChoiceThatShowsNoTaste_SaysSoAndCanBeTakenBack()
    {
        var line = Draw(DeskSamples.Paragraphs[3] with { PreferredPlan = 0 });

        Button(line, "Take back").Click();

        Assert.Equal(["of 4: 0 to nothing"], Autopilot.Done);
    }

    private IRenderedComponent<ChoiceLine> Draw(DraftParagraph paragraph) => Render<ChoiceLine>(part => part
        .Add(line => line.Paragraph, paragraph)
        .Add(line => line.View, View(paragraph))
        .Add(line => line.OnChoose, _chosen.Add));

    private static DeskView View(DraftParagraph paragraph) => DeskSamples.View with
    {
        Draft = DeskSamples.Draft with { Offered = new Dictionary<Guid, IReadOnlyList<OfferedChoice>> { [paragraph.StepId] = Offers } },
    };
}
