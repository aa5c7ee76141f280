using Bunit;
using RecurrentGpt.Recurrence;
using RecurrentGpt.Replies;
using RecurrentGpt.Stories;
using RecurrentGpt.Web.Features.Desk.Session;
using RecurrentGpt.Web.Features.Desk.ShortTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.ShortTerm;

public sealed class MemoryPanelTests : DeskContext
{
    [Fact]
    public void Render_Memory_SaysHowFullItIs()
    {
        var panel = Draw(DeskSamples.View);

        Assert.Equal("Mara keeps a glass orchard. The orchard hums.", panel.Find("textarea").GetAttribute("value"));
        Assert.Equal("2 of 20 sentences · exactly this is sent", panel.Find("#memory-count").TextContent);
        Assert.Equal("saved", panel.Find(".state").TextContent);
    }

    [Fact]
    public void Type_Memory_CountsAndSaysThatItIsBeingSaved()
    {
        var panel = Draw(DeskSamples.View);

        panel.Find("textarea").Input("One. Two. Three.");

        panel.WaitForAssertion(() => Assert.StartsWith("3 of 20", panel.Find("#memory-count").TextContent, StringComparison.Ordinal));
        Assert.Equal("saving…", panel.Find(".state").TextContent);
    }

    [Fact]
    public void Render_OverTheLimit_IsMarked()
    {
        var draft = DeskSamples.Draft with { Story = DeskSamples.Story with { Settings = new StorySettings { MemorySentences = 1 } } };

        var panel = Draw(DeskSamples.View with { Draft = draft });

        Assert.Equal("over", panel.Find("#memory-count").ClassName);
    }

    [Fact]
    public void Render_BeforeTheOpening_TeachesWhatItIsFor()
    {
        var panel = Draw(DeskSamples.Empty);

        Assert.Empty(panel.FindAll("textarea"));
        Assert.Contains("what the story must not forget", panel.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Render_MemoryIsRead_ShowsItBeforeTheStepIsStored()
    {
        var live = DeskSamples.Live.After(new StepEvent.SectionRead(Section.Memory, "The rope is cut."), Clock.GetUtcNow());

        var panel = Draw(DeskSamples.View with { Live = live });

        var area = panel.Find("textarea");
        Assert.Equal("The rope is cut.", area.TextContent);
        Assert.True(area.HasAttribute("readonly"));
    }

    private IRenderedComponent<MemoryPanel> Draw(DeskView view) => Render<MemoryPanel>(part => part.Add(panel => panel.View, view));
}
