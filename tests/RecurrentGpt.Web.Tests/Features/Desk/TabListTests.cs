using Bunit;
using RecurrentGpt.Web.Features.Desk;

namespace RecurrentGpt.Web.Tests.Features.Desk;

public sealed class TabListTests : DeskContext
{
    private static readonly string[] All = ["draft", "map", "list"];

    private string _chosen = "map";

    [Fact]
    public void Render_Tabs_AreOneStopAndSayWhichIsChosen()
    {
        var tabs = Open().FindAll("[role=tab]");

        Assert.Equal(["false", "true", "false"], tabs.Select(tab => tab.GetAttribute("aria-selected")));
        Assert.Equal(["-1", "0", "-1"], tabs.Select(tab => tab.GetAttribute("tabindex")));
        Assert.All(tabs, tab => Assert.Equal("parts-panel", tab.GetAttribute("aria-controls")));
        Assert.Equal("parts-tab-map", tabs[1].Id);
    }

    [Fact]
    public void Click_Tab_ChoosesIt()
    {
        Open().FindAll("[role=tab]")[2].Click();

        Assert.Equal("list", _chosen);
    }

    [Theory]
    [InlineData("ArrowRight", "list")]
    [InlineData("ArrowLeft", "draft")]
    [InlineData("Home", "draft")]
    [InlineData("End", "list")]
    [InlineData("Enter", "map")]
    public void Key_OnTheList_GoesToItsTab(string key, string chosen)
    {
        Open().Find("[role=tablist]").KeyDown(key);

        Assert.Equal(chosen, _chosen);
    }

    [Fact]
    public void Key_AtTheEnd_GoesRound()
    {
        _chosen = "list";

        Open().Find("[role=tablist]").KeyDown("ArrowRight");

        Assert.Equal("draft", _chosen);
    }

    private IRenderedComponent<TabList<string>> Open() => Render<TabList<string>>(part => part
        .Add(list => list.All, All)
        .Add(list => list.Chosen, _chosen)
        .Add(list => list.ChosenChanged, tab => _chosen = tab)
        .Add(list => list.Label, "Parts")
        .Add(list => list.Name, "parts")
        .Add(list => list.Words, tab => tab));
}
