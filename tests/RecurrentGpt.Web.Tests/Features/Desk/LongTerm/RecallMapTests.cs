using Bunit;
using RecurrentGpt.Memory;
using RecurrentGpt.Web.Features.Desk.LongTerm;

namespace RecurrentGpt.Web.Tests.Features.Desk.LongTerm;

public sealed class RecallMapTests : DeskContext
{
    [Fact]
    public void Render_NothingRecalled_TeachesWhatWillBeHere()
    {
        var map = Draw([], lastStep: 3);

        Assert.Contains("Nothing has been recalled yet.", map.Markup, StringComparison.Ordinal);
        Assert.Empty(map.FindAll("svg"));
    }

    [Fact]
    public void EarlierAndLater_LongStory_MoveTheWindowToItsEnds()
    {
        var map = Draw([.. Enumerable.Range(2, 199).Select(step => new RecallUse(step, Guid.NewGuid(), Guid.NewGuid(), step - 1, 0.5, RecallReason.Similar))], lastStep: 200);
        var ranges = new List<string> { Range(map) };

        foreach (var name in new[] { "Earlier", "Earlier", "Later" })
        {
            Button(map, name).Click();
            ranges.Add(Range(map));
        }

        Assert.Equal(["Paragraphs 121 to 200", "Paragraphs 41 to 120", "Paragraphs 1 to 80", "Paragraphs 81 to 160"], ranges);
        Assert.Equal(RecallGrid.Window, map.FindAll(".cell").Count);
    }

    [Fact]
    public void Render_ShortStory_NeedsNoWindow()
    {
        var map = Draw([new RecallUse(4, Guid.NewGuid(), Guid.NewGuid(), 1, null, RecallReason.Recent)], lastStep: 4);

        Assert.Empty(map.FindAll(".window"));
        Assert.Single(map.FindAll(".cell .recent"));
    }

    private static string Range(IRenderedComponent<RecallMap> map) => map.Find(".window span").TextContent;

    private IRenderedComponent<RecallMap> Draw(IReadOnlyList<RecallUse> uses, int lastStep) => Render<RecallMap>(part => part
        .Add(map => map.Uses, uses)
        .Add(map => map.LastStep, lastStep));
}
