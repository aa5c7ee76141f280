using Bunit;
using Microsoft.AspNetCore.Components.Web;
using RecurrentGpt.Offline;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Runs;
using RecurrentGpt.Stories;
using RecurrentGpt.Tests.Doubles;
using RecurrentGpt.Web.Features.Desk.Lookahead;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.Plans;

public sealed class PlansPanelTests : DeskContext
{
    private readonly List<int> _written = [];
    private readonly List<int?> _renewed = [];
    private readonly List<PlanLock> _locked = [];

    [Fact]
    public void Render_Plans_AreTextBoxesWithTheirButtons()
    {
        var panel = Draw(DeskSamples.View);

        Assert.Equal(["Plan 1", "Plan 2", "Plan 3"], panel.FindAll("label").Select(label => label.TextContent));
        Assert.Equal(
            [
                "New plans",
                "Preview: Plan 1", "New plan 1", "Lock plan 1", "Write plan 1",
                "Preview: Plan 2", "New plan 2", "Lock plan 2", "Write plan 2",
                "Preview: Plan 3", "New plan 3", "Lock plan 3", "Write plan 3",
                "Write my plan",
            ],
            Names(panel).SkipWhile(name => name != "New plans"));
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
        Assert.Equal("changed by you", panel.Find(".marks .mark").TextContent);
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

        Assert.All(panel.FindAll("button:not(.said, .quick button, .roads)"), button => Assert.True(button.HasAttribute("disabled")));
    }

    [Fact]
    public void Render_Running_FoldsToThePlanThatIsFollowed()
    {
        var panel = Draw(DeskSamples.View with { Live = DeskSamples.Live });

        Assert.Empty(panel.FindAll("textarea"));
        Assert.Contains("She pulls the rope up.", panel.Find(".following").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_NewPlansAreWritten_FoldsToTheWish()
    {
        var request = new RunRequest(DeskSamples.StoryId, RunKind.NewPlans) { ParentId = DeskSamples.Head.Id, Text = "from her side" };

        var panel = Draw(DeskSamples.View with { Live = LiveStep.Begin(Guid.NewGuid(), request) });

        Assert.Equal("Your wish from her side", panel.Find(".following").TextContent);
        Assert.Empty(panel.FindAll("input, textarea"));
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

        Assert.Equal(["New plans", "Write my plan"], Names(panel).SkipWhile(name => name != "New plans"));
        Assert.Empty(panel.FindAll(".said"));
    }

    [Fact]
    public async Task NewPlans_AllOrOne_AreAskedForByTheirNumber()
    {
        var panel = Draw(DeskSamples.View);

        await PressAsync(panel, "New plans");
        await PressAsync(panel, "New plan 2");

        Assert.Equal([null, 2], _renewed);
    }

    [Theory]
    [InlineData("New plans")]
    [InlineData("New plan 2")]
    public async Task NewPlans_Asked_TheBrowserNeedNotKeepTheWishAnyLonger(string button)
    {
        var panel = Draw(DeskSamples.View);

        await PressAsync(panel, button);

        Assert.Equal([panel.Find(".wish input").GetAttribute("data-keep")], Assert.Single(JSInterop.Invocations["kept.forget"]).Arguments);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lock_APlan_AsksForTheOther(bool isLocked)
    {
        var panel = Draw(Locked(isLocked ? [2] : []));

        await PressAsync(panel, "Lock plan 2");

        Assert.Equal([new PlanLock(2, !isLocked)], _locked);
    }

    [Fact]
    public void Render_LockedPlan_SaysSoAndIsNotReplaced()
    {
        var panel = Draw(Locked([2]));

        Assert.Equal(["false", "true", "false"], panel.FindAll("[aria-pressed]").Select(toggle => toggle.GetAttribute("aria-pressed")));
        Assert.Equal("locked", Assert.Single(panel.FindAll(".plan.locked .mark")).TextContent);
        Assert.True(Button(panel, "New plan 2").HasAttribute("disabled"));
        Assert.False(Button(panel, "New plan 1").HasAttribute("disabled"));
    }

    [Fact]
    public async Task NewPlans_AllLocked_SaysSoAndAsksNothing()
    {
        var panel = Draw(Locked([1, 2, 3]));

        await PressAsync(panel, "New plans");

        Assert.Equal("All plans are locked, so nothing was asked. Unlock one that may be replaced.", panel.Find("[role=status]").TextContent);
        Assert.Empty(_renewed);
    }

    [Fact]
    public void Wish_TypedAndEntered_IsHeldAndAsksForAll()
    {
        var view = DeskSamples.View;
        var panel = Draw(view);

        panel.Find(".wish input").Input("quieter");
        panel.Find(".wish input").KeyDown(new KeyboardEventArgs { Key = "Enter", IsComposing = true });
        panel.Find(".wish input").KeyDown(new KeyboardEventArgs { Key = "Enter" });

        Assert.Equal("quieter", view.Wish.Text);
        Assert.Equal([(int?)null], _renewed);
    }

    [Fact]
    public async Task Wish_QuickOne_IsPutIntoTheBox()
    {
        var view = DeskSamples.View;
        var panel = Draw(view);

        await PressAsync(panel, "riskier");

        Assert.Equal("riskier", panel.Find(".wish input").GetAttribute("value"));
        Assert.Empty(_renewed);
    }

    [Fact]
    public void Type_APlanLikeAnother_IsToldOnItsCardAndAboveAll()
    {
        var panel = Draw(DeskSamples.View);
        Assert.Equal("three different ways on · change any of them", panel.Find(".said").TextContent);

        panel.FindAll("textarea")[2].Input("She pulls up the rope.");
        panel.Render();

        Assert.Equal("plans 1 and 3 are much alike", panel.Find(".said").TextContent);
        Assert.Equal(["much like plan 3, 1.00 of 1", "much like plan 1, 1.00 of 1"], panel.FindAll(".alike:not(.said)").Select(mark => mark.TextContent));
    }

    [Fact]
    public void Likeness_AskedFor_GivesTheFigures()
    {
        var panel = Draw(DeskSamples.View);

        panel.Find(".said").Click();

        Assert.Equal("true", panel.Find(".said").GetAttribute("aria-expanded"));
        Assert.Equal(["Plans 1 and 2: ", "Plans 1 and 3: ", "Plans 2 and 3: "], panel.FindAll(".figures li").Select(pair => pair.TextContent[..^4]));
    }

    [Fact]
    public async Task Near_OnlyThePlanUnderTheCursorIsWrittenAhead_SaysWhereTheCursorIs()
    {
        Ahead(LookaheadReach.UnderCursor);
        var panel = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Story = Store.Story }, Toss = 0.5 });

        await panel.FindAll(".plan")[1].TriggerEventAsync("onpointerenter", new PointerEventArgs());
        Clock.Advance(DeskLookahead.Pause);
        panel.WaitForState(() => panel.FindAll(".ahead").Count == 1);

        Assert.Equal("Written ahead", panel.FindAll(".plan")[1].QuerySelector(".ahead")!.TextContent);
    }

    [Fact]
    public void Near_NothingIsWrittenAhead_TheBrowserIsNotAskedToTell()
    {
        Ahead(LookaheadReach.All);

        var panel = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Story = Store.Story } });

        Assert.DoesNotContain("onpointerenter", panel.Markup, StringComparison.Ordinal);
    }

    private void Ahead(LookaheadReach reach)
    {
        Chat.Reply(Samples.StepReply);
        Store.Head = DeskSamples.Head;
        Store.Story = DeskSamples.Story with { Settings = new StorySettings { Lookahead = reach } };
    }

    private IRenderedComponent<PlansPanel> Draw(DeskView view) => Render<PlansPanel>(part => part
        .Add(panel => panel.View, view)
        .Add(panel => panel.OnWrite, _written.Add)
        .Add(panel => panel.OnNewPlans, _renewed.Add)
        .Add(panel => panel.OnLock, _locked.Add));

    private static DeskView Locked(int[] numbers)
    {
        var head = DeskSamples.Head with { Plans = [.. DeskSamples.Head.Plans.Select(plan => plan with { IsLocked = numbers.Contains(plan.Number) })] };
        return DeskSamples.View with { Draft = DeskSamples.Draft with { Head = head }, Edits = DeskSamples.Edits(head) };
    }
}
