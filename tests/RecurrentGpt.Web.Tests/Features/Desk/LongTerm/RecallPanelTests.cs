using Bunit;
using RecurrentGpt.Memory;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.LongTerm;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class RecallPanelTests : DeskContext
{
    [Fact]
    public void Render_Head_ShowsEntryAndScore()
    {
        var panel = Draw(DeskSamples.View);

        Assert.Equal("1", panel.Find(".step").TextContent);
        Assert.Equal("A tree is missing.", panel.Find("li p").TextContent);
        Assert.Equal("0.82", panel.Find("meter").GetAttribute("value"));
        Assert.Contains("Recalled for paragraph 4", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_RunningStep_ShowsWhatItRecalled()
    {
        var recall = new Recall([new RecalledEntry(Guid.NewGuid(), 2, "The boy whistles.", 0.5, RecallReason.Similar)], ByMeaning: true, []);

        var panel = Draw(DeskSamples.View with { Live = DeskSamples.Live.After(new StepEvent.Recalled(recall), Clock.GetUtcNow()) });

        Assert.Equal("The boy whistles.", panel.Find("li p").TextContent);
        Assert.Contains("Recalled for paragraph 5", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_ByRecency_SaysSoAndShowsNoScore()
    {
        var head = DeskSamples.Head with { Recalled = [new RecalledEntry(Guid.NewGuid(), 2, "The boy whistles.", null, RecallReason.Recent)] };

        var panel = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Head = head } });

        Assert.Contains("by recency", panel.Markup, StringComparison.Ordinal);
        Assert.Empty(panel.FindAll("meter"));
    }

    [Fact]
    public void Render_NothingRecalled_SaysWhy()
    {
        var asked = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Head = DeskSamples.Head with { Recalled = [] } } });
        var opening = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Head = DeskSamples.Head with { Recalled = [], Plan = Plan.Opening } } });

        Assert.Contains("Nothing was recalled", asked.Markup, StringComparison.Ordinal);
        Assert.Contains("Each paragraph leaves a summary here", opening.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_LongEntry_ShowsAllOfIt()
    {
        var head = DeskSamples.Head with { Recalled = [new RecalledEntry(Guid.NewGuid(), 2, new string('a', 400), 0.5, RecallReason.Similar)] };
        var panel = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Head = head } });
        var clipped = panel.FindAll(".clipped").Count;

        await PressAsync(panel, "more of paragraph 2");

        Assert.Equal(1, clipped);
        Assert.Empty(panel.FindAll(".clipped"));
    }

    [Theory]
    [InlineData(1, "Without one entry that is not indexed yet")]
    [InlineData(3, "Without 3 entries that are not indexed yet")]
    public void Render_WithoutSomeEntries_SaysHowMany(int without, string said)
    {
        var written = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { Head = DeskSamples.Head with { RecalledWithout = without } } });
        var recall = new Recall([new RecalledEntry(Guid.NewGuid(), 2, "The boy whistles.", 0.5, RecallReason.Similar)], ByMeaning: true, []) { NotIndexed = without };
        var running = Draw(DeskSamples.View with { Live = DeskSamples.Live.After(new StepEvent.Recalled(recall), Clock.GetUtcNow()) });

        Assert.Contains(said, written.Find(".without").TextContent, StringComparison.Ordinal);
        Assert.Contains(said, running.Find(".without").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<RecallPanel> Draw(DeskView view) => Render<RecallPanel>(part => part.Add(panel => panel.View, view));
}
