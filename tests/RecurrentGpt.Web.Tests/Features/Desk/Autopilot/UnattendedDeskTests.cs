using Bunit;
using Microsoft.Extensions.DependencyInjection;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Plans;
using RecurrentGpt.Web.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.Autopilot;

/// <summary>The other parts of the desk while autopilot writes, between two of its paragraphs.</summary>
public sealed class UnattendedDeskTests : DeskContext
{
    private int _stops;
    private int _opened;

    [Fact]
    public void Plans_WhileItRuns_AreShownAndCannotBeTyped()
    {
        var panel = Render<PlansPanel>(part => part.Add(plans => plans.View, AutopilotSamples.Running()));

        Assert.Empty(panel.FindAll("textarea, button"));
        Assert.Equal(["She pulls the rope up.", "They put the lamp out.", "She asks his name."], panel.FindAll(".plan p").Select(plan => plan.TextContent));
    }

    [Fact]
    public void Plans_AutopilotButton_OpensTheDialog()
    {
        var panel = Render<PlansPanel>(part => part.Add(plans => plans.View, DeskSamples.View).Add(plans => plans.OnAutopilot, () => _opened++));

        Button(panel, "Autopilot").Click();

        Assert.Equal(1, _opened);
    }

    [Fact]
    public void Memory_WhileItRuns_CannotBeTyped()
    {
        var panel = Render<MemoryPanel>(part => part.Add(memory => memory.View, AutopilotSamples.Running()));

        Assert.True(panel.Find("textarea").HasAttribute("readonly"));
        Assert.Equal("Exactly this was sent.", panel.Find("p.hint").TextContent);
    }

    [Fact]
    public void Header_WhileItRuns_StopTakesOver()
    {
        var header = Render<DeskHeader>(part => part.Add(desk => desk.View, AutopilotSamples.Running()).Add(desk => desk.OnStop, () => _stops++));

        Assert.StartsWith("Take over", Button(header, "Stop").GetAttribute("title"), StringComparison.Ordinal);
        Button(header, "Stop").Click();
        Assert.Equal(1, _stops);
        Assert.True(Button(header, "Autopilot").HasAttribute("disabled"));
    }

    [Fact]
    public void Status_WhileItRuns_ChangesOnceAParagraph()
    {
        var status = Services.GetRequiredService<DeskStatus>();
        var view = AutopilotSamples.Running();

        Assert.Equal("Autopilot writes by itself: 8 of 20 paragraphs.", status.Of(view));
        Assert.Equal(status.Of(view), status.Of(view with { Live = DeskSamples.Live }));
    }

    [Theory]
    [InlineData(null, "Not my taste")]
    [InlineData(0, "It is my taste")]
    public void Menu_OfAnOwnChoice_OffersWhatIsSaidOfTaste(int? preferred, string item)
    {
        var paragraph = DeskSamples.Paragraphs[3] with { PreferredPlan = preferred };

        Assert.Equal([item], MenuOf(paragraph).Where(name => name.Contains("my taste", StringComparison.Ordinal)));
    }

    [Fact]
    public void Menu_OfAutopilotsChoice_LeavesThatToItsLine()
    {
        var paragraph = DeskSamples.Paragraphs[3] with { Plan = AutopilotSamples.Choice.Plan, Choice = AutopilotSamples.Choice };

        Assert.DoesNotContain(MenuOf(paragraph), name => name.Contains("taste", StringComparison.Ordinal));
    }
}
