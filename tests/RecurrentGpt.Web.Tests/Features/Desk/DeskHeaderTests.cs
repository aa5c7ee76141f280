using Bunit;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk;
using RecurrentGpt.Web.Features.Desk.Session;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class DeskHeaderTests : DeskContext
{
    [Fact]
    public void Render_Story_NamesItAndItsSize()
    {
        var header = Draw(DeskSamples.View);

        Assert.Equal("The Glass Orchard", header.Find("h1").TextContent);
        Assert.Equal("paragraph 4 · 16 words", header.Find(".where").TextContent);
    }

    [Fact]
    public void Render_NoTitleYet_SaysSo()
    {
        var header = Draw(DeskSamples.Empty with { Draft = DeskSamples.Empty.Draft! with { Story = DeskSamples.Story with { Card = new StoryCard() } } });

        Assert.Equal("Untitled story", header.Find("h1").TextContent);
    }

    [Fact]
    public void Render_NothingRuns_HasNoStop()
    {
        Assert.DoesNotContain("Stop", Names(Draw(DeskSamples.View)));
    }

    [Fact]
    public void Stop_Running_IsAsked()
    {
        var stopped = 0;
        var header = Render<DeskHeader>(part => part
            .Add(header => header.View, DeskSamples.View with { Live = DeskSamples.Live })
            .Add(header => header.OnStop, () => stopped++));

        Button(header, "Stop").Click();

        Assert.Equal(1, stopped);
        Assert.True(Button(header, "Undo").HasAttribute("disabled"));
        Assert.True(Button(header, "Write again").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_HeadOfTheOpening_CannotBeWrittenAgain()
    {
        var header = Draw(DeskSamples.View with { Draft = DeskSamples.Draft with { CanUndo = false, Head = DeskSamples.Head with { Plan = Plan.Opening } } });

        Assert.True(Button(header, "Write again").HasAttribute("disabled"));
        Assert.True(Button(header, "Undo").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_CanUndoNotRedo_ShowsIt()
    {
        var header = Draw(DeskSamples.View);

        Assert.False(Button(header, "Undo").HasAttribute("disabled"));
        Assert.True(Button(header, "Redo").HasAttribute("disabled"));
    }

    [Fact]
    public void Render_BeforeTheOpening_OffersNoExport()
    {
        Assert.DoesNotContain("Export", Names(Draw(DeskSamples.Empty)));
    }

    private IRenderedComponent<DeskHeader> Draw(DeskView view) => Render<DeskHeader>(part => part.Add(header => header.View, view));
}
