using Bunit;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Plans;

public sealed class PlansPanelTests : DeskContext
{
    private readonly List<int> _written = [];

    [Fact]
    public void Render_Plans_AreTextBoxesWithTheirButtons()
    {
        var panel = Draw(DeskSamples.View);

        Assert.Equal(["Plan 1", "Plan 2", "Plan 3"], panel.FindAll("label").Select(label => label.TextContent));
        Assert.Equal(["New plans", "Preview: Plan 1", "Write plan 1", "Preview: Plan 2", "Write plan 2", "Preview: Plan 3", "Write plan 3", "Write my plan"], Names(panel));
        Assert.Equal(["She pulls the rope up.", "They put the lamp out.", "She asks his name.", ""], panel.FindAll("textarea").Select(area => area.GetAttribute("value")));
    }

    [Fact]
    public void Render_Plans_OnlyTheFirstButtonIsFilled()
    {
        var panel = Draw(DeskSamples.View);

        Assert.Equal("Write plan 1", panel.FindAll("button.primary").Single().TextContent);
    }

    [Theory]
    [InlineData(0.05, 1)]
    [InlineData(0.5, 0)]
    public void Render_Toss_IsShownWhenItLetsANewCharacterIn(double toss, int shown)
    {
        var panel = Draw(DeskSamples.View with { Toss = toss });

        Assert.Equal(shown, panel.FindAll(".toss").Count(mark => mark.TextContent == "a new character may enter"));
    }

    [Fact]
    public void Render_WithTheLocalEmbedder_SaysWhatEachPlanRecalls()
    {
        var early = Samples.Entry(2, "A tree is missing.", vector: ScriptedEmbedder.Embed("A tree is missing.")) with { EmbeddingModel = LocalEmbedder.Name };
        Store.Entries = [early, Store.Entries[0] with { StepId = DeskSamples.Head.Id, ParentId = early.StepId }];
        Store.Story = Store.Story with { Id = DeskSamples.StoryId };
        Store.Models = Store.Models with { EmbeddingModel = LocalEmbedder.Name };
        var panel = Draw(DeskSamples.View);

        Clock.Advance(TimeSpan.Zero);

        panel.WaitForAssertion(() => Assert.Equal(
            ["Plan 1 recalls 2", "Plan 2 recalls 2", "Plan 3 recalls 2"], Names(panel).Where(name => name.Contains("recalls", StringComparison.Ordinal))));
    }

    [Fact]
    public void Focus_WithAServersEmbedder_LooksAtThatPlanOnly()
    {
        Store.Story = Store.Story with { Id = DeskSamples.StoryId };
        var panel = Draw(DeskSamples.View);
        Clock.Advance(TimeSpan.Zero);
        panel.WaitForAssertion(() => Assert.Contains("Plan 2: what would it recall?", Names(panel)));

        panel.FindAll("textarea")[1].Focus();
        Clock.Advance(PlanRecall.Pause);

        Assert.Equal([["They put the lamp out."]], ((ScriptedEmbedder)Store.Models.Embedder).Requests);
    }

    [Fact]
    public async Task Write_SecondPlan_IsAsked()
    {
        var panel = Draw(DeskSamples.View);

        await PressAsync(panel, "Write plan 2");

        Assert.Equal([1], _written);
    }

    [Fact]
    public void Type_Plan_MarksItAsChanged()
    {
        var view = DeskSamples.View;
        var panel = Draw(view);

        panel.FindAll("textarea")[1].Input("They wait.");

        Assert.Equal("They wait.", view.Edits?.Plans[1].Text);
        Assert.Equal("changed by you", panel.Find(".mark").TextContent);
    }

    [Fact]
    public void WriteMyPlan_Empty_IsNotOffered()
    {
        var panel = Draw(DeskSamples.View);
        var before = Button(panel, "Write my plan").HasAttribute("disabled");

        panel.FindAll("textarea")[3].Input("It rains.");

        Assert.True(before);
        Assert.False(Button(panel, "Write my plan").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_Busy_OffersNoButton()
    {
        var panel = Draw(DeskSamples.View with { IsBusy = true });

        Assert.All(panel.FindAll("button"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public void Render_Running_FoldsToThePlanThatIsFollowed()
    {
        var panel = Draw(DeskSamples.View with { Live = DeskSamples.Live });

        Assert.Empty(panel.FindAll("textarea"));
        Assert.Contains("She pulls the rope up.", panel.Find(".following").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_PlansAreRead_ShowsThemAsTheyCome()
    {
        var live = DeskSamples.Live.After(new StepEvent.SectionRead(Section.Instruction1, "She lets go."), Clock.GetUtcNow());

        var panel = Draw(DeskSamples.View with { Live = live });

        Assert.Equal("She lets go.", panel.Find(".plan p").TextContent);
    }

    [Fact]
    public void Render_NoPlans_StillOffersTheOwnPlan()
    {
        var head = DeskSamples.Head with { Plans = [] };

        var panel = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Head = head }, Edits = DeskSamples.Edits(head) });

        Assert.Equal(["New plans", "Write my plan"], Names(panel));
    }

    private IRenderedComponent<PlansPanel> Draw(DeskView view) => Render<PlansPanel>(part => part
        .Add(panel => panel.View, view)
        .Add(panel => panel.OnWrite, _written.Add));
}
